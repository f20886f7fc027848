package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** A transporter does not want a booking; when a whole wave does not, the next starts at once. */
@Service
public class DecliningBooking {

  private final Bookings bookings;
  private final TransactionOperations transactions;
  private final Sweeper sweeper;
  private final Clock clock;

  DecliningBooking(
      Bookings bookings, PlatformTransactionManager transactions, Sweeper sweeper, Clock clock) {
    this.bookings = bookings;
    this.transactions = new TransactionTemplate(transactions);
    this.sweeper = sweeper;
    this.clock = clock;
  }

  /**
   * Declining twice, or what is not to be had any more, changes nothing.
   *
   * @throws Problem 404, 403 {@code NOT_OFFERED}, or 409 {@code ALREADY_ACCEPTED} for the winner,
   *     who has to cancel
   */
  public void decline(BookingId id, TransporterId transporter) {
    var nextWaveIsDue = transactions.execute(status -> declineLocked(id, transporter));
    if (Objects.requireNonNull(nextWaveIsDue)) {
      sweeper.wake(); // after the commit, so that it sees what is due
    }
  }

  private boolean declineLocked(BookingId id, TransporterId transporter) {
    var booking = bookings.lock(id.value()).orElseThrow(() -> Problem.notFound("booking"));
    if (!booking.wasOfferedTo(transporter)) {
      throw new Problem(
          HttpStatus.FORBIDDEN, "NOT_OFFERED", "This booking was not offered to you.");
    }
    var now = clock.instant();
    return switch (booking.statusAt(now)) {
      case SEARCHING -> booking.decline(transporter, now);
      case ACCEPTED, ASSIGNED, IN_PROGRESS, COMPLETED -> {
        if (booking.isWonBy(transporter)) {
          throw Problem.conflict("ALREADY_ACCEPTED", "You have accepted it; cancel it instead.");
        }
        yield false;
      }
      case EXPIRED, CANCELLED -> false;
    };
  }
}
