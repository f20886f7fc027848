package com.weelo.dispatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a vehicle with its driver on a job. Keyed by the booking or order it belongs to;
 * versions count the assignment's own changes from 1.
 */
public sealed interface AssignmentEvent extends DomainEvent {

  AssignmentId assignmentId();

  @Nullable BookingId bookingId();

  @Nullable OrderId orderId();

  UserId customerId();

  TransporterId transporterId();

  DriverId driverId();

  TripStatus status();

  @Override
  default String key() {
    return Checks.oneOwner(bookingId(), orderId());
  }

  /** A vehicle and driver were put on the job. */
  @EventType("assignment.created")
  record Created(
      AssignmentId assignmentId,
      @Nullable BookingId bookingId,
      @Nullable OrderId orderId,
      @Nullable TruckRequestId truckRequestId,
      UserId customerId,
      TransporterId transporterId,
      VehicleId vehicleId,
      VehicleType vehicleType,
      DriverId driverId,
      TripStatus status,
      Instant createdAt)
      implements AssignmentEvent {
    public Created {
      Checks.oneOwner(bookingId, orderId);
    }
  }

  /** The trip took a step, or was called off. */
  @EventType("assignment.updated")
  record Updated(
      AssignmentId assignmentId,
      @Nullable BookingId bookingId,
      @Nullable OrderId orderId,
      @Nullable TruckRequestId truckRequestId,
      UserId customerId,
      TransporterId transporterId,
      VehicleId vehicleId,
      VehicleType vehicleType,
      DriverId driverId,
      TripStatus previousStatus,
      TripStatus status,
      Instant updatedAt)
      implements AssignmentEvent {
    public Updated {
      Checks.oneOwner(bookingId, orderId);
    }
  }
}
