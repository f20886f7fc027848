package com.weelo.dispatch.events;

import org.jspecify.annotations.Nullable;

/** A line of an order: so many trucks of one kind at a price each. */
public record VehicleRequirement(
    VehicleType vehicleType, @Nullable String vehicleSubtype, int quantity, Money pricePerTruck) {

  public VehicleRequirement {
    Checks.atLeast("quantity", quantity, 1);
  }
}
