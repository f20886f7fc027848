package com.weelo.dispatch.notification.sending;

import java.util.Locale;

/** How far the delivery of a notification to one address has come. */
public enum DeliveryState {
  /** Somebody is sending it, or crashed before the answer was recorded. */
  CLAIMED,
  /** It is due later. */
  WAITING,
  /** The provider took it. */
  SENT,
  /** The provider refused it, or was not available too often. */
  FAILED,
  /** It was worth nothing any more. */
  EXPIRED,
  /** The offer it tells of was void before it was sent. */
  STALE,
  /** It was still waiting when a later one came to take its place. */
  SUPERSEDED,
  /** There was nothing to send it to. */
  NO_DEVICE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isFinal() {
    return this != CLAIMED && this != WAITING;
  }
}
