package com.weelo.dispatch.order.orders;

import java.util.Locale;

/** What somebody is to an order. */
public enum Party {
  /** Who made it. */
  CUSTOMER,
  OPS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
