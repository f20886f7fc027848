package com.weelo.dispatch.notification.sending;

import java.util.Locale;

/** How far the delivery of a notification to one device has come. */
public enum DeliveryState {
  /** Somebody is sending it, or crashed before the answer was recorded. */
  CLAIMED,
  /** The provider was not available; another attempt follows. */
  RETRYING,
  /** The provider took it. */
  SENT,
  /** The provider refused it, or was not available too often. */
  FAILED,
  /** It was worth nothing any more. */
  EXPIRED,
  /** There was nothing to send it to. */
  NO_DEVICE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFinal() {
    return this != CLAIMED && this != RETRYING;
  }
}
