package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One truck of an order. An opaque string. */
public record TruckRequestId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TruckRequestId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
