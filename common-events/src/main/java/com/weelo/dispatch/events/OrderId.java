package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One customer's wish for several trucks of one or more kinds. An opaque string. */
public record OrderId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public OrderId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
