package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A driver on a booking, and the events of the trip. */
record ATrip(AssignmentId id, ABooking booking, String transporter, String driver) {

  static ATrip of(ABooking booking, String transporter, String driver) {
    return new ATrip(new AssignmentId(EventIds.next().toString()), booking, transporter, driver);
  }

  AssignmentEvent.Created begins() {
    return new AssignmentEvent.Created(
        id,
        booking.id(),
        null,
        null,
        new UserId(booking.customer()),
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        ABooking.VEHICLE,
        new DriverId(driver),
        TripStatus.ASSIGNED,
        ABooking.NOW);
  }

  AssignmentEvent.Updated reaches(TripStatus status) {
    return new AssignmentEvent.Updated(
        id,
        booking.id(),
        null,
        null,
        new UserId(booking.customer()),
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        ABooking.VEHICLE,
        new DriverId(driver),
        TripStatus.ASSIGNED,
        status,
        ABooking.NOW);
  }

  /**
   * @param longitude tells positions apart
   */
  LocationEvent.Updated drivesTo(double longitude, Instant at) {
    return drives(driver, longitude, at, null);
  }

  static LocationEvent.Updated drives(
      String driver, double longitude, Instant at, @Nullable Double speed) {
    return new LocationEvent.Updated(
        new DriverId(driver),
        new TransporterId(driver),
        new GpsFix(12.97, longitude, speed, null, null, at, null, null));
  }
}
