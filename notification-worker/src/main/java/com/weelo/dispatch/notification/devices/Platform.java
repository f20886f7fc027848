package com.weelo.dispatch.notification.devices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a device runs, which decides how a message for it is put. */
public enum Platform {
  ANDROID,
  IOS,
  WEB;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Platform ofCode(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
