package com.weelo.dispatch.notification.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a notification is about, for the app that gets it and for the user's preferences. */
public enum Category {
  /** A job to be had, to a transporter. */
  OFFER(Set.of(Way.PUSH)),
  /** An offer is void; the app drops it without a word. */
  OFFER_WITHDRAWN(Set.of(Way.PUSH)),
  /** News of somebody's own booking. */
  BOOKING(Set.of(Way.PUSH, Way.INBOX)),
  /** News of somebody's own order. */
  ORDER(Set.of(Way.PUSH, Way.INBOX)),
  /** News of a job that somebody drives, or has a driver on. */
  TRIP(Set.of(Way.PUSH, Way.INBOX)),
  /** That all is done and what it cost: something to keep. */
  RECEIPT(Set.of(Way.PUSH, Way.INBOX, Way.EMAIL)),
  /** How an order comes along, truck by truck, many in one. */
  PROGRESS(Set.of(Way.PUSH, Way.INBOX));

  private final Set<Way> ways;

  Category(Set<Way> ways) {
    this.ways = ways;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How everybody is told who has not chosen otherwise. */
  public Set<Way> ways() {
    return ways;
  }

  /** Those that people may choose about: a withdrawal goes wherever the offer went. */
  public boolean isForPeople() {
    return this != OFFER_WITHDRAWN;
  }

  /** The one of that code that people may choose about. */
  public static Optional<Category> chosen(String code) {
    return Arrays.stream(values())
        .filter(Category::isForPeople)
        .filter(category -> category.code().equals(code))
        .findAny();
  }
}
