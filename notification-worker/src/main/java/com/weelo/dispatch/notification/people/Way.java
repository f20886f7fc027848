package com.weelo.dispatch.notification.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody can be told. */
public enum Way {
  PUSH,
  SMS,
  EMAIL,
  /** In the app, where it stays. */
  INBOX;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Way> ofCode(String code) {
    return Arrays.stream(values()).filter(way -> way.code().equals(code)).findAny();
  }
}
