package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A kind of truck by its code in the catalogue, for example {@code TRUCK_14FT}. */
public record VehicleType(@JsonValue String code) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VehicleType {
    Checks.id(code);
  }

  @Override
  public String toString() {
    return code;
  }
}
