package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.outbox.Outbox;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A transporter takes a booking it was offered, also after having declined it; one does. */
@Service
public class AcceptingBooking {

  private final Bookings bookings;
  private final Outbox outbox;
  private final Clock clock;

  AcceptingBooking(Bookings bookings, Outbox outbox, Clock clock) {
    this.bookings = bookings;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * @return the booking, also when the winner repeats itself
   * @throws Problem 404, 403 {@code NOT_OFFERED}, 409 {@code ALREADY_TAKEN}, {@code
   *     BOOKING_EXPIRED} or {@code BOOKING_CANCELLED}
   */
  @Transactional
  public Booking accept(BookingId id, TransporterId transporter) {
    var now = clock.instant();
    var won = bookings.accept(id.value(), transporter.value(), now);
    won.ifPresent(booking -> outbox.publish(booking.accepted(), booking.version()));
    return won.orElseGet(() -> answer(id, transporter, now));
  }

  private Booking answer(BookingId id, TransporterId transporter, Instant now) {
    var booking = bookings.findById(id.value()).orElseThrow(() -> Problem.notFound("booking"));
    var answer = AcceptPolicy.answer(booking, transporter, now);
    return switch (answer) {
      case ALREADY_YOURS -> booking;
      case NOT_OFFERED ->
          throw new Problem(
              HttpStatus.FORBIDDEN, answer.name(), "This booking was not offered to you.");
      case ALREADY_TAKEN -> throw Problem.conflict(answer.name(), "Another transporter has it.");
      case BOOKING_EXPIRED -> throw Problem.conflict(answer.name(), "Its time is up.");
      case BOOKING_CANCELLED -> throw Problem.conflict(answer.name(), "It was called off.");
    };
  }
}
