package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A transporter's short reservation of truck requests for its vehicles. An opaque string. */
public record HoldId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public HoldId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
