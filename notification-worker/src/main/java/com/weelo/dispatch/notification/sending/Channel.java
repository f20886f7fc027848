package com.weelo.dispatch.notification.sending;

import java.util.Locale;

/** The ways to reach a person. */
public enum Channel {
  FCM,
  SMS,
  EMAIL;

  /** As it stands in the database and in events. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
