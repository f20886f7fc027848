package com.weelo.dispatch.booking.lifecycle;

import java.util.Locale;

/** What somebody is to a booking. */
public enum Party {
  /** Who made it. */
  CUSTOMER,
  /** Who won it. */
  TRANSPORTER,
  OPS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
