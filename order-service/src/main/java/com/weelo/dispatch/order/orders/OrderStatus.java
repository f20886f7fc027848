package com.weelo.dispatch.order.orders;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far an order has come. */
public enum OrderStatus {
  /** It was made; its truck requests follow. */
  PROCESSING,
  /** Nobody has confirmed a truck yet. */
  SEARCHING,
  /** Some trucks are confirmed, and others are searched for. */
  PARTIALLY_FILLED,
  /** Every truck is confirmed. */
  FILLED,
  /** The search is over with fewer trucks than were asked for, but enough for the policy. */
  CONFIRMED,
  /** Every truck that was confirmed has delivered. */
  COMPLETED,
  /** The search ended without enough trucks for the policy; what was confirmed was called off. */
  EXPIRED,
  CANCELLED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<OrderStatus> ofCode(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findAny();
  }

  /** Whether trucks are searched for, as far as there is time left. */
  public boolean isSearching() {
    return switch (this) {
      case PROCESSING, SEARCHING, PARTIALLY_FILLED -> true;
      case FILLED, CONFIRMED, COMPLETED, EXPIRED, CANCELLED -> false;
    };
  }

  public boolean isEnded() {
    return switch (this) {
      case COMPLETED, EXPIRED, CANCELLED -> true;
      case PROCESSING, SEARCHING, PARTIALLY_FILLED, FILLED, CONFIRMED -> false;
    };
  }
}
