package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A person or company as its identity provider knows it: the token's {@code sub}. An opaque string.
 */
public record UserId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
