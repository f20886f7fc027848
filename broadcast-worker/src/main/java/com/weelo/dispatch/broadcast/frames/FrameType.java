package com.weelo.dispatch.broadcast.frames;

import java.util.Locale;

/** The frames that tell of events. */
public enum FrameType {
  NEW_BROADCAST,
  BROADCAST_WITHDRAWN,
  BOOKING_UPDATED,
  ORDER_UPDATED,
  TRUCK_REQUEST_FILLED,
  ASSIGNMENT_UPDATED,
  LOCATION_UPDATED,
  NOTIFICATION;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The frame's {@code type}. */
  public String wireName() {
    return wireName;
  }
}
