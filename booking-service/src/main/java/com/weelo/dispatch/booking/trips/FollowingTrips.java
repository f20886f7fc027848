package com.weelo.dispatch.booking.trips;

import com.weelo.dispatch.booking.lifecycle.Booking;
import com.weelo.dispatch.booking.lifecycle.BookingStatus;
import com.weelo.dispatch.booking.lifecycle.Bookings;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.platform.consuming.PoisonEvent;
import com.weelo.dispatch.platform.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Carries a booking's status on as its truck gets on. */
@Service
public class FollowingTrips {

  private static final Logger log = LoggerFactory.getLogger(FollowingTrips.class);

  private final Bookings bookings;
  private final Trips trips;
  private final Outbox outbox;

  FollowingTrips(Bookings bookings, Trips trips, Outbox outbox) {
    this.bookings = bookings;
    this.trips = trips;
    this.outbox = outbox;
  }

  /** Runs in the subscription's transaction. Events may come in any order. */
  public void follow(EventEnvelope<AssignmentEvent> envelope) {
    var bookingId = envelope.data().bookingId();
    if (bookingId == null) {
      return; // an order's assignment
    }
    bookings
        .lock(bookingId.value())
        .filter(booking -> booking.isWonBy(envelope.data().transporterId()))
        .ifPresentOrElse(
            booking -> follow(booking, envelope),
            () ->
                log.warn(
                    "Event {} assigns a truck to booking {}, which its transporter has not won",
                    envelope.eventId(),
                    bookingId));
  }

  private void follow(Booking booking, EventEnvelope<AssignmentEvent> envelope) {
    hear(booking, envelope.data(), version(envelope));
    var current = TripPolicy.current(trips.findByBookingId(booking.id().value()));
    var completed =
        booking.follow(
            current.map(Trip::status).map(TripPolicy::bookingStatus).orElse(BookingStatus.ACCEPTED),
            current.map(Trip::driverId),
            envelope.timestamp());
    completed.ifPresent(event -> outbox.publish(event, booking.version()));
  }

  private void hear(Booking booking, AssignmentEvent event, long version) {
    trips
        .findById(event.assignmentId().value())
        .ifPresentOrElse(
            known -> known.hear(event, version),
            () -> trips.save(new Trip(booking.id().value(), event, version)));
  }

  private static long version(EventEnvelope<?> envelope) {
    var version = envelope.metadata().aggregateVersion();
    if (version == null) {
      throw new PoisonEvent("an assignment's event lacks its aggregateVersion", null);
    }
    return version;
  }
}
