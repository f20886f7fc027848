package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A truck in a fleet.
 *
 * @param busy whether a hold or a job has it
 */
public record Vehicle(
    VehicleId id,
    TransporterId owner,
    Registration registration,
    VehicleType type,
    @Nullable String subtype,
    @Nullable BigDecimal capacityTonnes,
    VehicleStatus status,
    boolean busy) {}
