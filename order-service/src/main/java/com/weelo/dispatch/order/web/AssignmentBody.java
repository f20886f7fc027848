package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.assignments.Assignment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An assignment as clients see it. */
record AssignmentBody(
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
    Instant createdAt,
    Instant updatedAt) {

  static AssignmentBody of(Assignment assignment) {
    return new AssignmentBody(
        assignment.id(),
        assignment.bookingId(),
        assignment.orderId(),
        assignment.truckRequestId(),
        assignment.customerId(),
        assignment.transporterId(),
        assignment.vehicleId(),
        assignment.vehicleType(),
        assignment.driverId(),
        assignment.status(),
        assignment.createdAt(),
        assignment.updatedAt());
  }
}
