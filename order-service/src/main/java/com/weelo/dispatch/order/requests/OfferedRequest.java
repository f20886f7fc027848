package com.weelo.dispatch.order.requests;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A truck request as a transporter sees it.
 *
 * @param distanceMeters from its nearest driver to the pick-up when it was offered
 * @param wave in which it was offered
 * @param expiresAt when the search for the order's trucks ends
 * @param vehicleId the transporter's, where it has reserved or confirmed it
 */
public record OfferedRequest(
    TruckRequestId truckRequestId,
    OrderId orderId,
    VehicleType vehicleType,
    @Nullable String vehicleSubtype,
    RequestStatus status,
    Place pickup,
    Place dropoff,
    Money pricePerTruck,
    Instant expiresAt,
    @Nullable Long distanceMeters,
    @Nullable Integer wave,
    @Nullable String holdId,
    @Nullable String vehicleId,
    @Nullable String driverId,
    @Nullable String assignmentId) {}
