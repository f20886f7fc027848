package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Who sits at the wheel, and whose phone reports positions. An opaque string. */
public record DriverId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DriverId {
    Checks.id(value);
  }

  /** The driver as a user: who signs in, holds sockets and devices. */
  public UserId asUser() {
    return new UserId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
