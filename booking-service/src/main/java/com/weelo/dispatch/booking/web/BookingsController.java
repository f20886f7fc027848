package com.weelo.dispatch.booking.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;
import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.OPS;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.booking.lifecycle.BookingStatus;
import com.weelo.dispatch.booking.lifecycle.CancellingBooking;
import com.weelo.dispatch.booking.lifecycle.ReadingBookings;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Bookings as those see them who have to do with them; strangers find nothing. */
@RestController
@RequestMapping("/api/v1/bookings")
class BookingsController {

  private final ReadingBookings reading;
  private final CancellingBooking cancelling;
  private final Clock clock;

  BookingsController(ReadingBookings reading, CancellingBooking cancelling, Clock clock) {
    this.reading = reading;
    this.cancelling = cancelling;
    this.clock = clock;
  }

  /**
   * A booking, for its customer, its transporter and ops.
   *
   * @param id the booking's
   */
  @GetMapping("/{id}")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  @RefusedWith("NOT_FOUND")
  BookingBody getBooking(@PathVariable BookingId id, Caller caller) {
    return BookingBody.of(reading.byId(id, caller), clock.instant());
  }

  /** The caller's booking that has not ended. */
  @GetMapping("/active")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  @RefusedWith("NOT_FOUND")
  BookingBody getActiveBooking(Caller caller) {
    return BookingBody.of(reading.active(caller), clock.instant());
  }

  /**
   * The caller's bookings, newest first; ops see everybody's.
   *
   * @param status only those of this status
   */
  @GetMapping
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  BookingPage listBookings(
      Caller caller,
      @RequestParam Optional<String> status,
      @RequestParam Optional<String> cursor,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
    var bookings =
        reading.list(
            caller,
            status.map(BookingsController::status),
            cursor.map(Cursor::decode),
            limit + 1); // one more tells whether there is a next page
    return BookingPage.of(bookings, limit, clock.instant());
  }

  /**
   * Calls a booking off.
   *
   * @param id the booking's
   */
  @PostMapping("/{id}/cancel")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  @RefusedWith({"NOT_FOUND", "TOO_LATE_TO_CANCEL"})
  BookingBody cancelBooking(
      @PathVariable BookingId id, @Valid @RequestBody CancelRequest request, Caller caller) {
    return BookingBody.of(cancelling.cancel(id, caller, request.reason()), clock.instant());
  }

  private static BookingStatus status(String code) {
    return BookingStatus.ofCode(code)
        .orElseThrow(() -> Problem.invalid("status", "is not a booking's status"));
  }
}
