package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Whoever owns trucks and answers for a job: a fleet, or an owner-driver. An opaque string. */
public record TransporterId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TransporterId {
    Checks.id(value);
  }

  /** The transporter as a user: who signs in, holds sockets and devices. */
  public UserId asUser() {
    return new UserId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
