package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle with its driver on a job. Every change of its status is one event and one version.
 *
 * @param truckRequestId where the job is an order's
 * @param version how many events were published about it
 */
public record Assignment(
    AssignmentId id,
    @Nullable BookingId bookingId,
    @Nullable OrderId orderId,
    @Nullable TruckRequestId truckRequestId,
    UserId customerId,
    TransporterId transporterId,
    VehicleId vehicleId,
    VehicleType vehicleType,
    DriverId driverId,
    TripStatus status,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  static AssignmentId nextId() {
    return new AssignmentId(EventIds.next().toString());
  }

  /** A new one. */
  static Assignment to(
      Job job,
      AssignmentId id,
      TransporterId transporter,
      VehicleId vehicle,
      VehicleType type,
      DriverId driver,
      Instant now) {
    return switch (job) {
      case Job.OfBooking(var booking, var customer) ->
          new Assignment(
              id,
              booking,
              null,
              null,
              customer,
              transporter,
              vehicle,
              type,
              driver,
              TripStatus.ASSIGNED,
              1,
              now,
              now);
      case Job.OfOrder(var order, var request, var customer) ->
          new Assignment(
              id,
              null,
              order,
              request,
              customer,
              transporter,
              vehicle,
              type,
              driver,
              TripStatus.ASSIGNED,
              1,
              now,
              now);
    };
  }

  /** This one, a step on. */
  Assignment stepTo(TripStatus next, Instant now) {
    return new Assignment(
        id,
        bookingId,
        orderId,
        truckRequestId,
        customerId,
        transporterId,
        vehicleId,
        vehicleType,
        driverId,
        next,
        version + 1,
        createdAt,
        now);
  }

  AssignmentEvent.Created created() {
    return new AssignmentEvent.Created(
        id,
        bookingId,
        orderId,
        truckRequestId,
        customerId,
        transporterId,
        vehicleId,
        vehicleType,
        driverId,
        status,
        createdAt);
  }

  AssignmentEvent.Updated updatedFrom(TripStatus previous) {
    return new AssignmentEvent.Updated(
        id,
        bookingId,
        orderId,
        truckRequestId,
        customerId,
        transporterId,
        vehicleId,
        vehicleType,
        driverId,
        previous,
        status,
        updatedAt);
  }

  /** Its customer, everybody of its transporter, its driver and ops know of it. */
  boolean isKnownTo(Caller caller) {
    return switch (caller.role()) {
      case CUSTOMER -> caller.userId().equals(customerId);
      case TRANSPORTER, DRIVER ->
          caller.transporterId().equals(transporterId) || isDrivenBy(caller);
      case OPS -> true;
    };
  }

  /** Its driver and whoever decides for its transporter say how far it has come. */
  boolean isLedBy(Caller caller) {
    return isDrivenBy(caller)
        || (caller.actsForTransporter() && caller.transporterId().equals(transporterId));
  }

  private boolean isDrivenBy(Caller caller) {
    return caller.is(Role.DRIVER) && caller.userId().equals(driverId.asUser());
  }
}
