package com.weelo.dispatch.booking.web;

import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.booking.lifecycle.AcceptingBooking;
import com.weelo.dispatch.booking.lifecycle.DecliningBooking;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What transporters answer to an offer. */
@RestController
@RequestMapping("/api/v1/bookings/{id}")
class OffersController {

  private final AcceptingBooking accepting;
  private final DecliningBooking declining;
  private final Clock clock;

  OffersController(AcceptingBooking accepting, DecliningBooking declining, Clock clock) {
    this.accepting = accepting;
    this.declining = declining;
    this.clock = clock;
  }

  /**
   * Takes a booking that was offered to the caller's transporter: one wins.
   *
   * <p>The winner may repeat itself.
   *
   * @param id the booking's
   */
  @PostMapping("/accept")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith({
    "NOT_FOUND",
    "NOT_OFFERED",
    "ALREADY_TAKEN",
    "BOOKING_EXPIRED",
    "BOOKING_CANCELLED"
  })
  BookingBody acceptBooking(@PathVariable BookingId id, Caller caller) {
    return BookingBody.of(accepting.accept(id, deciding(caller)), clock.instant());
  }

  /**
   * Does not want a booking that was offered to the caller's transporter.
   *
   * <p>When a whole wave declined, the next starts at once.
   *
   * @param id the booking's
   */
  @PostMapping("/decline")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RefusedWith({"NOT_FOUND", "NOT_OFFERED", "ALREADY_ACCEPTED"})
  void declineBooking(@PathVariable BookingId id, Caller caller) {
    declining.decline(id, deciding(caller));
  }

  private static TransporterId deciding(Caller caller) {
    if (!caller.actsForTransporter()) {
      throw Problem.forbidden("A fleet's driver does not decide about its jobs.");
    }
    return caller.transporterId();
  }
}
