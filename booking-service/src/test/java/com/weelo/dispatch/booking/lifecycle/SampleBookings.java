package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.booking.matching.Candidate;
import com.weelo.dispatch.booking.matching.Wave;
import com.weelo.dispatch.booking.matching.Wave.Outcome;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Bookings to test with: made at noon, searched for a minute, offered anew every ten seconds. */
final class SampleBookings {

  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final SearchTimes TIMES =
      new SearchTimes(Duration.ofMinutes(1), INTERVAL, Duration.ofSeconds(1));

  private SampleBookings() {}

  static Booking aBookingOfferedTo(String... transporters) {
    return new Booking(
        new BookingId("booking"), draft("customer"), wave(1, transporters), NOON, TIMES);
  }

  static BookingDraft draft(String customer) {
    return new BookingDraft(
        new UserId(customer),
        new VehicleType("TRUCK_14FT"),
        new Place(12.9, 77.6, null),
        new Place(13, 77.6, null),
        new Money(100, "INR"),
        null);
  }

  /** Each transporter's driver is named after it. */
  static Wave wave(int number, String... transporters) {
    return new Wave(
        number,
        2_000,
        transporters.length == 0 ? Outcome.NOBODY_NEW : Outcome.OFFERED,
        Arrays.stream(transporters)
            .map(
                t -> new Candidate(new TransporterId(t), new DriverId("driver-of-" + t), 100, null))
            .toList());
  }

  static Instant after(int seconds) {
    return NOON.plusSeconds(seconds);
  }
}
