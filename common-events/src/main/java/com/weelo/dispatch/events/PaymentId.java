package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One recorded payment. An opaque string. */
public record PaymentId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PaymentId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
