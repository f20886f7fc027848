package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One thing one person is told, whatever the channels. An opaque string. */
public record NotificationId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NotificationId {
    Checks.id(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
