package com.weelo.dispatch.booking.web;

import com.fasterxml.jackson.annotation.JsonValue;
import com.weelo.dispatch.booking.lifecycle.Booking;
import com.weelo.dispatch.booking.lifecycle.BookingStatus;
import com.weelo.dispatch.booking.matching.Wave;
import com.weelo.dispatch.events.BookingId;
import java.time.Instant;
import java.util.Locale;

/**
 * The answer to a new booking.
 *
 * @param offeredTo how many transporters the first wave reaches
 * @param matching delayed where the geo index could not be asked and the next wave has to
 */
record BookingCreated(
    BookingId bookingId,
    BookingStatus status,
    Instant expiresAt,
    int wave,
    int offeredTo,
    Matching matching) {

  enum Matching {
    IMMEDIATE,
    DELAYED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static BookingCreated of(Booking booking, Wave first) {
    return new BookingCreated(
        booking.id(),
        BookingStatus.SEARCHING,
        booking.expiresAt(),
        first.number(),
        first.offers().size(),
        first.outcome() == Wave.Outcome.MATCHING_UNAVAILABLE
            ? Matching.DELAYED
            : Matching.IMMEDIATE);
  }
}
