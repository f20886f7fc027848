package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One customer's wish for one truck, from search to end. An opaque string. */
public record BookingId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BookingId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
