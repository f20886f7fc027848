package com.weelo.dispatch.order.holds;

import java.util.Locale;

/** How a hold stands. */
public enum HoldStatus {
  ACTIVE,
  CONFIRMED,
  RELEASED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
