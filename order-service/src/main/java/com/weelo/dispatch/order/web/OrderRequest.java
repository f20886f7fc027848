package com.weelo.dispatch.order.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer orders. */
record OrderRequest(
    @NotNull @Valid PlaceBody pickup,
    @NotNull @Valid PlaceBody dropoff,
    @NotEmpty @Size(max = 50) List<@NotNull @Valid Requirement> vehicleRequirements,
    @NotNull String fillPolicy,
    @Min(1) @Nullable Integer minimumTrucks) {

  /** So many trucks of one type. */
  record Requirement(
      @NotNull String vehicleType,
      @Size(max = 100) @Nullable String vehicleSubtype,
      @NotNull @Min(1) Integer quantity,
      @NotNull @Valid MoneyBody pricePerTruck) {}
}
