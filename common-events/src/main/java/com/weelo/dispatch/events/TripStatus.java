package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an assignment has come. */
public enum TripStatus {
  ASSIGNED,
  EN_ROUTE,
  ARRIVED,
  LOADED,
  IN_TRANSIT,
  DELIVERED,
  CANCELLED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
