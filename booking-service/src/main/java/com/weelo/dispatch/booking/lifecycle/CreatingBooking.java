package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.booking.matching.Wave;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.platform.outbox.Outbox;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A customer books: the booking, its first wave and its first event are written, or none is. */
@Service
public class CreatingBooking {

  private final NewBookings newBookings;
  private final Bookings bookings;
  private final Outbox outbox;
  private final SearchTimes times;
  private final Clock clock;

  CreatingBooking(
      NewBookings newBookings, Bookings bookings, Outbox outbox, SearchTimes times, Clock clock) {
    this.newBookings = newBookings;
    this.bookings = bookings;
    this.outbox = outbox;
    this.times = times;
    this.clock = clock;
  }

  /**
   * Runs in the caller's transaction.
   *
   * @param first whom it is offered to first
   * @throws Problem 409 {@code ACTIVE_BOOKING_EXISTS} where the customer has one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Booking create(BookingDraft draft, Wave first) {
    var now = clock.instant();
    var booking = new Booking(new BookingId(EventIds.next().toString()), draft, first, now, times);
    if (!newBookings.insert(booking, first)) {
      makeRoom(draft, now);
      if (!newBookings.insert(booking, first)) {
        throw Problem.conflict("CONCURRENT_REQUEST", "Another booking of yours is being made.");
      }
    }
    outbox.publish(booking.created(first), booking.version());
    return booking;
  }

  /** A booking whose time is up stands in nobody's way, even before it is swept. */
  private void makeRoom(BookingDraft draft, Instant now) {
    bookings
        .lockActive(draft.customerId().value())
        .ifPresent(inTheWay -> {
          if (inTheWay.statusAt(now) != BookingStatus.EXPIRED) {
            throw Problem.conflict("ACTIVE_BOOKING_EXISTS", "You have an active booking.")
                .with("bookingId", inTheWay.id().value());
          }
          outbox.publish(inTheWay.expire(), inTheWay.version());
          bookings.flush();
        });
  }
}
