package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import org.jspecify.annotations.Nullable;

/** What a customer asks for. */
public record BookingDraft(
    UserId customerId,
    VehicleType vehicleType,
    Place pickup,
    Place dropoff,
    Money price,
    @Nullable String goods) {}
