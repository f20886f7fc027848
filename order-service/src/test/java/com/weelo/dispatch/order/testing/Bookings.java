package com.weelo.dispatch.order.testing;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.testing.KafkaProbe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Bookings, as the booking-service tells of them. */
public record Bookings(KafkaProbe kafka) {

  private static final EventCodec CODEC = new EventCodec();
  private static final Place PICKUP = new Place(12.97, 77.59, null);
  private static final Place DROPOFF = new Place(13.08, 80.27, null);

  public static String newId() {
    return "booking-" + EventIds.next();
  }

  public static String customerOf(String booking) {
    return "customer-of-" + booking;
  }

  /** A booking of a 14 feet truck, which the carrier won. */
  public String wonBy(Carrier carrier) {
    var booking = newId();
    accepted(booking, carrier, "TRUCK_14FT");
    return booking;
  }

  /**
   * @return the event's id
   */
  public UUID accepted(String booking, Carrier carrier, String vehicleType) {
    return tell(
        2,
        new BookingEvent.Accepted(
            new BookingId(booking),
            new UserId(customerOf(booking)),
            carrier.transporterId(),
            null,
            new VehicleType(vehicleType),
            PICKUP,
            DROPOFF,
            new Money(500_000, "INR"),
            Instant.now(),
            List.of()));
  }

  public void cancelled(String booking, Carrier carrier) {
    tell(
        3,
        new BookingEvent.Cancelled(
            new BookingId(booking),
            new UserId(customerOf(booking)),
            carrier.transporterId(),
            new VehicleType("TRUCK_14FT"),
            "customer",
            "changed plans",
            Instant.now(),
            List.of()));
  }

  private UUID tell(long version, BookingEvent event) {
    var envelope =
        new EventEnvelope<>(
            EventIds.next(),
            Instant.now(),
            event,
            new EventMetadata("booking-service", "test", "correlation", null, version));
    kafka.send(envelope.eventType(), envelope.key(), CODEC.encode(envelope), Map.of());
    return envelope.eventId();
  }
}
