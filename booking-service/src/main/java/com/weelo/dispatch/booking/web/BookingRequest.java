package com.weelo.dispatch.booking.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer books.
 *
 * @param price what the customer offers; estimated where left out
 */
record BookingRequest(
    @NotNull String vehicleType,
    @NotNull @Valid PlaceBody pickup,
    @NotNull @Valid PlaceBody dropoff,
    @Valid @Nullable MoneyBody price,
    @Size(max = 500) @Nullable String goods) {}
