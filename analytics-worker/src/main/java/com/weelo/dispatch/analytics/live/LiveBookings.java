package com.weelo.dispatch.analytics.live;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The bookings and orders on the map, and which of them changed since the last look. They leave it
 * a little after their search has ended. Safe for many threads.
 */
final class LiveBookings {

  private static final Duration SHOWN_AFTER_END = Duration.ofSeconds(15);

  /** Its captain is on the way: the dot tells the rest. */
  private static final Duration SHOWN_AFTER_START = Duration.ofSeconds(30);

  private static final Set<String> OVER = Set.of("completed", "expired", "cancelled");

  private final LiveCaptains captains;
  private final Map<String, LiveBooking> bookings = new HashMap<>();
  private final Map<String, Instant> leaving = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  /** What is different from the last look. */
  record Changes(List<LiveBooking> changed, List<String> gone) {

    boolean isEmpty() {
      return changed.isEmpty() && gone.isEmpty();
    }
  }

  LiveBookings(LiveCaptains captains) {
    this.captains = captains;
  }

  synchronized void hear(EventEnvelope<? extends DomainEvent> event, Instant now) {
    switch (event.data()) {
      case BookingEvent.Created made -> {
        put(
            LiveBooking.made(
                made.bookingId().value(),
                "booking",
                made.pickup().point(),
                made.vehicleType(),
                event.timestamp()));
        wave(made.bookingId().value(), made.wave(), made.offers());
      }
      case BookingEvent.Rebroadcast again ->
          wave(again.bookingId().value(), again.wave(), again.offers());
      case BookingEvent.Accepted accepted -> {
        var id = accepted.bookingId().value();
        status(id, "accepted", now);
        if (accepted.driverId() != null) {
          captains
              .find(accepted.driverId())
              .ifPresent(captain ->
                  change(id, b -> b.wonFrom(new LiveBooking.Spot(captain.lat(), captain.lng()))));
        }
      }
      case BookingEvent.Expired expired -> status(expired.bookingId().value(), "expired", now);
      case BookingEvent.Cancelled off -> status(off.bookingId().value(), "cancelled", now);
      case BookingEvent.Completed done -> status(done.bookingId().value(), "completed", now);
      case OrderEvent.Created made ->
          put(
              LiveBooking.made(
                  made.orderId().value(), "order", made.pickup().point(), null, event.timestamp()));
      case OrderEvent.StatusChanged step -> status(step.orderId().value(), step.status(), now);
      case TruckRequestEvent.Broadcast asked ->
          wave(asked.orderId().value(), asked.wave(), asked.offers());
      case AssignmentEvent trip when trip.bookingId() != null -> trip(trip, now);
      default -> {} // nothing that the map shows
    }
  }

  private void trip(AssignmentEvent trip, Instant now) {
    if (trip.status() == TripStatus.ASSIGNED) {
      status(trip.key(), "assigned", now);
    } else if (trip.status() == TripStatus.EN_ROUTE) {
      status(trip.key(), "in_progress", now);
    }
  }

  private void put(LiveBooking booking) {
    bookings.put(booking.id(), booking);
    changed.add(booking.id());
  }

  private void wave(String id, int number, List<Offer> offers) {
    var radius = offers.stream().mapToLong(Offer::distanceMeters).max().orElse(0);
    change(id, booking -> booking.withWave(number, offers.size(), radius));
  }

  private void status(String id, String status, Instant now) {
    change(id, booking -> booking.withStatus(status));
    if (OVER.contains(status)) {
      leaving.put(id, now.plus(SHOWN_AFTER_END));
    } else if (status.equals("in_progress")) {
      leaving.put(id, now.plus(SHOWN_AFTER_START));
    }
  }

  private void change(String id, UnaryOperator<LiveBooking> change) {
    if (bookings.computeIfPresent(id, (same, booking) -> change.apply(booking)) != null) {
      changed.add(id);
    }
  }

  /** What changed since the last call. */
  synchronized Changes changes(Instant now) {
    var gone = new ArrayList<String>();
    leaving
        .entrySet()
        .removeIf(left -> {
          if (left.getValue().isAfter(now)) {
            return false;
          }
          if (bookings.remove(left.getKey()) != null) {
            gone.add(left.getKey());
          }
          return true;
        });
    var there = changed.stream().filter(bookings::containsKey).map(bookings::get).toList();
    changed.clear();
    return new Changes(there, gone);
  }

  synchronized List<LiveBooking> all() {
    return List.copyOf(bookings.values());
  }

  /** While nobody looks, nothing is heard; what was there then is history. */
  synchronized void clear() {
    bookings.clear();
    leaving.clear();
    changed.clear();
  }
}
