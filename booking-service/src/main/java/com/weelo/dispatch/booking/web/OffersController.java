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

  @PostMapping("/accept")
  @AllowedRoles({TRANSPORTER, DRIVER})
  BookingBody accept(@PathVariable BookingId id, Caller caller) {
    return BookingBody.of(accepting.accept(id, deciding(caller)), clock.instant());
  }

  @PostMapping("/decline")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void decline(@PathVariable BookingId id, Caller caller) {
    declining.decline(id, deciding(caller));
  }

  private static TransporterId deciding(Caller caller) {
    if (!caller.actsForTransporter()) {
      throw Problem.forbidden("A fleet's driver does not decide about its jobs.");
    }
    return caller.transporterId();
  }
}
