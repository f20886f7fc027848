package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One vehicle with one driver on one job. An opaque string. */
public record AssignmentId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AssignmentId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
