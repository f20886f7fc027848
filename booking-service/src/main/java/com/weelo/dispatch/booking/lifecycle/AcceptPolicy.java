package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.TransporterId;
import java.time.Instant;

/** What a transporter is told whose acceptance did not change the booking. */
final class AcceptPolicy {

  private AcceptPolicy() {}

  enum Answer {
    /** It repeats itself, having won before. */
    ALREADY_YOURS,
    ALREADY_TAKEN,
    BOOKING_EXPIRED,
    BOOKING_CANCELLED,
    NOT_OFFERED
  }

  static Answer answer(Booking booking, TransporterId transporter, Instant now) {
    if (!booking.wasOfferedTo(transporter)) {
      return Answer.NOT_OFFERED;
    }
    return switch (booking.statusAt(now)) {
      // It was offered just now, after the acceptance had been refused.
      case SEARCHING -> Answer.NOT_OFFERED;
      case ACCEPTED, ASSIGNED, IN_PROGRESS, COMPLETED ->
          booking.isWonBy(transporter) ? Answer.ALREADY_YOURS : Answer.ALREADY_TAKEN;
      case EXPIRED -> Answer.BOOKING_EXPIRED;
      case CANCELLED -> Answer.BOOKING_CANCELLED;
    };
  }
}
