package com.weelo.dispatch.booking;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.testing.KafkaProbe;
import java.time.Instant;
import java.util.Map;

/**
 * A vehicle and driver assigned to a booking, as the order-service tells of it.
 *
 * @param started when it was assigned; what else happens to it comes right after
 */
record Truck(
    String assignment, String booking, String transporter, String driver, Instant started) {

  private static final EventCodec CODEC = new EventCodec();
  private static final VehicleType TYPE = new VehicleType("TRUCK_14FT");

  static Truck of(String transporter, String booking, String driver, Instant started) {
    return new Truck(EventIds.next().toString(), booking, transporter, driver, started);
  }

  /** Version 1. */
  void isAssigned(KafkaProbe kafka) {
    send(
        kafka,
        1,
        new AssignmentEvent.Created(
            new AssignmentId(assignment),
            new BookingId(booking),
            null,
            null,
            new UserId("customer"),
            new TransporterId(transporter),
            new VehicleId("vehicle"),
            TYPE,
            new DriverId(driver),
            TripStatus.ASSIGNED,
            at(1)));
  }

  void is(TripStatus status, int version, KafkaProbe kafka) {
    send(
        kafka,
        version,
        new AssignmentEvent.Updated(
            new AssignmentId(assignment),
            new BookingId(booking),
            null,
            null,
            new UserId("customer"),
            new TransporterId(transporter),
            new VehicleId("vehicle"),
            TYPE,
            new DriverId(driver),
            TripStatus.ASSIGNED,
            status,
            at(version)));
  }

  private Instant at(int version) {
    return started.plusNanos(10_000L * version);
  }

  private void send(KafkaProbe kafka, int version, AssignmentEvent event) {
    var envelope =
        new EventEnvelope<>(
            EventIds.next(),
            at(version),
            event,
            new EventMetadata("order-service", "test", "correlation", null, (long) version));
    kafka.send(envelope.eventType(), envelope.key(), CODEC.encode(envelope), Map.of());
  }
}
