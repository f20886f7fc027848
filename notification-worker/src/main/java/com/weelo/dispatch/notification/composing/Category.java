package com.weelo.dispatch.notification.composing;

import java.util.Locale;

/** What a notification is about, for the app that gets it and for the user's preferences. */
public enum Category {
  /** A job to be had, to a transporter. */
  OFFER,
  /** An offer is void; the app drops it without a word. */
  OFFER_WITHDRAWN,
  /** News of somebody's own booking. */
  BOOKING,
  /** News of somebody's own order. */
  ORDER,
  /** News of a job that somebody drives, or has a driver on. */
  TRIP;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
