package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.VehicleType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A truck as its transporter describes it. */
public record VehicleDraft(
    Registration registration,
    VehicleType type,
    @Nullable String subtype,
    @Nullable BigDecimal capacityTonnes) {}
