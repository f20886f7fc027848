package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.events.TripStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a booking, order or assignment has become, by its events alone.
 *
 * @param transporter who has it; null for an order, and while nobody does
 * @param version of the newest event
 */
record Rebuilt(String status, @Nullable String transporter, long version) {

  private static final Comparator<SeenEvent> IN_ORDER =
      Comparator.comparing(event -> Objects.requireNonNull(event.version()));

  /**
   * @param events the booking's own
   * @param trips the assignments' that belong to it
   */
  static Rebuilt booking(Collection<SeenEvent> events, Collection<SeenEvent> trips) {
    var status = "none";
    String transporter = null;
    var version = 0L;
    for (var event : events.stream().sorted(IN_ORDER).toList()) {
      version = Objects.requireNonNull(event.version());
      switch (event.type()) {
        case "booking.created" -> status = "searching";
        case "booking.accepted" -> {
          status = "accepted";
          transporter = event.data().path("transporterId").asString("");
        }
        case "booking.rebroadcast" -> {} // searches on
        default -> status = event.type().substring("booking.".length());
      }
    }
    return new Rebuilt(status.equals("accepted") ? onItsWay(trips) : status, transporter, version);
  }

  /** What the trip that got furthest makes of an accepted booking. */
  private static String onItsWay(Collection<SeenEvent> trips) {
    var latest = new HashMap<String, SeenEvent>();
    for (var event : trips) {
      latest.merge(
          event.aggregate(), event, (one, other) -> IN_ORDER.compare(one, other) > 0 ? one : other);
    }
    return latest.values().stream()
        .map(Rebuilt::tripStatus)
        .filter(status -> status != TripStatus.CANCELLED)
        .max(Comparator.naturalOrder())
        .map(status -> status == TripStatus.ASSIGNED ? "assigned" : "in_progress")
        .orElse("accepted");
  }

  /**
   * @param events the order's own, and its truck requests'
   */
  static Rebuilt order(Collection<SeenEvent> events) {
    var status = "none";
    var version = 0L;
    for (var event : events.stream().sorted(IN_ORDER).toList()) {
      version = Objects.requireNonNull(event.version());
      switch (event.type()) {
        case "order.created" -> status = "processing";
        case "order.status.changed" -> status = event.data().path("status").asString("");
        default -> {} // comes with a change of the status, or changes none
      }
    }
    return new Rebuilt(status, null, version);
  }

  /**
   * @param events the assignment's own
   */
  static Rebuilt assignment(Collection<SeenEvent> events) {
    var newest = events.stream().max(IN_ORDER).orElseThrow();
    return new Rebuilt(
        tripStatus(newest).code(),
        newest.data().path("transporterId").asString(""),
        Objects.requireNonNull(newest.version()));
  }

  private static TripStatus tripStatus(SeenEvent event) {
    return TripStatus.valueOf(event.data().path("status").asString("").toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return transporter == null
        ? "%s (version %d)".formatted(status, version)
        : "%s with %s (version %d)".formatted(status, transporter, version);
  }
}
