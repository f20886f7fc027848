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

  @GetMapping("/{id}")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  BookingBody byId(@PathVariable BookingId id, Caller caller) {
    return BookingBody.of(reading.byId(id, caller), clock.instant());
  }

  @GetMapping("/active")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  BookingBody active(Caller caller) {
    return BookingBody.of(reading.active(caller), clock.instant());
  }

  @GetMapping
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  BookingPage list(
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

  @PostMapping("/{id}/cancel")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  BookingBody cancel(
      @PathVariable BookingId id, @Valid @RequestBody CancelRequest request, Caller caller) {
    return BookingBody.of(cancelling.cancel(id, caller, request.reason()), clock.instant());
  }

  private static BookingStatus status(String code) {
    return BookingStatus.ofCode(code)
        .orElseThrow(() -> Problem.invalid("status", "is not a booking's status"));
  }
}
