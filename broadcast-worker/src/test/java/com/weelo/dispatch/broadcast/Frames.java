package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.broadcast.frames.EventFrame;
import com.weelo.dispatch.broadcast.frames.FrameType;
import com.weelo.dispatch.events.EventIds;

/** Frames that say nothing in particular. */
final class Frames {

  private Frames() {}

  static EventFrame small() {
    return ofSize(0);
  }

  static EventFrame ofSize(int bytes) {
    return new EventFrame(
        FrameType.BOOKING_UPDATED,
        EventIds.next(),
        ABooking.NOW,
        "{\"type\":\"booking_updated\",\"offset\":",
        ",\"data\":\"" + "x".repeat(bytes) + "\"}");
  }
}
