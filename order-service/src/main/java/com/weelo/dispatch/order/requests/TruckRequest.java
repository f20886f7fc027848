package com.weelo.dispatch.order.requests;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import org.jspecify.annotations.Nullable;

/**
 * One truck of an order.
 *
 * @param transporterId whose vehicle it is held for or served by
 */
public record TruckRequest(
    TruckRequestId truckRequestId,
    VehicleType vehicleType,
    RequestStatus status,
    @Nullable TransporterId transporterId,
    @Nullable VehicleId vehicleId,
    @Nullable DriverId driverId,
    @Nullable String assignmentId) {}
