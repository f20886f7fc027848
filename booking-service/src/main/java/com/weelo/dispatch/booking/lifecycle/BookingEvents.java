package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.booking.matching.Wave;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.TransporterId;
import java.util.List;

/** Words for what has happened to a booking. */
final class BookingEvents {

  private BookingEvents() {}

  static BookingEvent.Created created(Booking booking, Wave first) {
    return new BookingEvent.Created(
        booking.id(),
        booking.customerId(),
        booking.vehicleType(),
        booking.pickup(),
        booking.dropoff(),
        booking.price(),
        booking.goods().orElse(null),
        booking.expiresAt(),
        first.number(),
        first.offers());
  }

  static BookingEvent.Rebroadcast rebroadcast(Booking booking, Wave wave) {
    return new BookingEvent.Rebroadcast(
        booking.id(),
        booking.customerId(),
        booking.vehicleType(),
        booking.pickup(),
        booking.dropoff(),
        booking.price(),
        booking.expiresAt(),
        wave.number(),
        wave.offers());
  }

  static BookingEvent.Accepted accepted(Booking booking) {
    var winner = booking.transporterId().orElseThrow();
    return new BookingEvent.Accepted(
        booking.id(),
        booking.customerId(),
        winner,
        booking.driverId().orElse(null),
        booking.vehicleType(),
        booking.pickup(),
        booking.dropoff(),
        booking.price(),
        booking.acceptedAt().orElseThrow(),
        booking.offeredTo().stream().filter(other -> !other.equals(winner)).toList());
  }

  static BookingEvent.Expired expired(Booking booking) {
    return new BookingEvent.Expired(
        booking.id(),
        booking.customerId(),
        booking.vehicleType(),
        booking.pickup(),
        booking.expiresAt(),
        booking.offeredTo());
  }

  static BookingEvent.Cancelled cancelled(Booking booking, Party by, String reason) {
    var winner = booking.transporterId();
    return new BookingEvent.Cancelled(
        booking.id(),
        booking.customerId(),
        winner.orElse(null),
        booking.vehicleType(),
        by.code(),
        reason,
        booking.endedAt().orElseThrow(),
        // Once somebody has won, all other offers are withdrawn already.
        winner.isPresent() ? List.<TransporterId>of() : booking.offeredTo());
  }

  static BookingEvent.Completed completed(Booking booking) {
    return new BookingEvent.Completed(
        booking.id(),
        booking.customerId(),
        booking.transporterId().orElseThrow(),
        booking.driverId().orElse(null),
        booking.vehicleType(),
        booking.price(),
        booking.endedAt().orElseThrow());
  }
}
