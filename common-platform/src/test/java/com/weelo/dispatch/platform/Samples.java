package com.weelo.dispatch.platform;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.PaymentId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;

/** Events that tests of the platform send about; what they say does not matter here. */
public final class Samples {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private Samples() {}

  public static BookingId newBooking() {
    return new BookingId(EventIds.next().toString());
  }

  public static BookingEvent completed(BookingId booking) {
    return new BookingEvent.Completed(
        booking,
        new UserId("a-customer"),
        new TransporterId("a-transporter"),
        null,
        new VehicleType("TRUCK_14FT"),
        new Money(500_000, "INR"),
        NOON);
  }

  public static PaymentEvent paid(BookingId booking) {
    return new PaymentEvent.Completed(
        new PaymentId(EventIds.next().toString()),
        booking,
        null,
        new UserId("a-customer"),
        new Money(500_000, "INR"),
        "cash",
        NOON);
  }

  public static LocationEvent position(String driver) {
    return new LocationEvent.Updated(
        new DriverId(driver),
        new TransporterId("a-transporter"),
        new GpsFix(12.97, 77.59, null, null, null, NOON, null, null));
  }
}
