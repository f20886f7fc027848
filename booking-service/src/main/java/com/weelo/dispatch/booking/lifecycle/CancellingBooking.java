package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.outbox.Outbox;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A booking is called off, as far as the {@link CancelPolicy} lets it. */
@Service
public class CancellingBooking {

  private final Bookings bookings;
  private final Outbox outbox;
  private final Clock clock;

  CancellingBooking(Bookings bookings, Outbox outbox, Clock clock) {
    this.bookings = bookings;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @return the booking, also when it was cancelled before
   * @throws Problem 404 for strangers, 403 for a fleet's driver, 409 {@code TOO_LATE_TO_CANCEL}
   */
  @Transactional
  public Booking cancel(BookingId id, Caller caller, String reason) {
    var booking = bookings.lock(id.value()).orElseThrow(() -> Problem.notFound("booking"));
    var party = booking.partyOf(caller).orElseThrow(() -> Problem.notFound("booking"));
    if (party == Party.TRANSPORTER && !caller.actsForTransporter()) {
      throw Problem.forbidden("A fleet's driver does not decide about its jobs.");
    }
    var now = clock.instant();
    switch (CancelPolicy.answer(party, booking.statusAt(now))) {
      case CANCEL -> outbox.publish(booking.cancel(party, reason, now), booking.version());
      case ALREADY_CANCELLED -> {}
      case TOO_LATE ->
          throw Problem.conflict(
              "TOO_LATE_TO_CANCEL",
              "A booking that is " + booking.statusAt(now).code() + " can not be called off.");
    }
    return booking;
  }
}
