package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Finds a booking that was won just now. Its transporter was told so by the booking-service and may
 * come here sooner than the event does; so whoever asks for a booking that is not there waits a
 * little. Strangers wait as long as for one that does not exist.
 */
@Component
public class AwaitingBooking {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

  private final WonBookings bookings;
  private final Duration patience;

  AwaitingBooking(WonBookings bookings, AssignmentTimes times) {
    this.bookings = bookings;
    this.patience = times.bookingPatience();
  }

  /**
   * Not to be called in a transaction, which would be held open.
   *
   * @param visible whether the caller has to do with the booking
   * @throws Problem 404 where there is none
   */
  public WonBooking find(BookingId id, Predicate<WonBooking> visible) {
    var waited = Duration.ZERO;
    var found = look(id, visible);
    for (var pause = FIRST_PAUSE;
        found.isEmpty() && waited.compareTo(patience) < 0;
        pause = pause.multipliedBy(2)) {
      sleep(pause);
      waited = waited.plus(pause);
      found = look(id, visible);
    }
    return found.orElseThrow(() -> Problem.notFound("booking"));
  }

  private Optional<WonBooking> look(BookingId id, Predicate<WonBooking> visible) {
    return bookings.find(id).filter(visible);
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("TEMPORARILY_UNAVAILABLE", "The service is stopping.", 1);
    }
  }
}
