package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A truck in the fleet registry. An opaque string. */
public record VehicleId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public VehicleId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
