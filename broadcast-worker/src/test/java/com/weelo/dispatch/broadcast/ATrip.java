package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A driver on a booking or on a truck of an order, and the events of the trip. */
public record ATrip(
    AssignmentId id,
    @Nullable BookingId booking,
    @Nullable OrderId order,
    String customer,
    String transporter,
    String driver) {

  static ATrip of(ABooking booking, String transporter, String driver) {
    return new ATrip(newId(), booking.id(), null, booking.customer(), transporter, driver);
  }

  public static ATrip of(AnOrder order, String transporter, String driver) {
    return new ATrip(newId(), null, order.id(), order.customer(), transporter, driver);
  }

  private static AssignmentId newId() {
    return new AssignmentId(EventIds.next().toString());
  }

  public AssignmentEvent.Created begins() {
    return new AssignmentEvent.Created(
        id,
        booking,
        order,
        truckRequest(),
        new UserId(customer),
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        ABooking.VEHICLE,
        new DriverId(driver),
        TripStatus.ASSIGNED,
        ABooking.NOW);
  }

  public AssignmentEvent.Updated reaches(TripStatus status) {
    return new AssignmentEvent.Updated(
        id,
        booking,
        order,
        truckRequest(),
        new UserId(customer),
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        ABooking.VEHICLE,
        new DriverId(driver),
        TripStatus.ASSIGNED,
        status,
        ABooking.NOW);
  }

  private @Nullable TruckRequestId truckRequest() {
    return order == null ? null : new TruckRequestId("truck-of-" + id);
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
