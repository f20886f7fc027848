package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an order wants when not every truck can be had by its deadline. */
public enum FillPolicy {
  ALL_OR_NOTHING,
  AT_LEAST,
  BEST_EFFORT;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
