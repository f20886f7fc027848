package com.weelo.dispatch.broadcast.frames;

import java.time.Instant;
import java.util.UUID;

/**
 * A frame that tells of an event, but for the offset, which differs for each recipient.
 *
 * @param happenedAt the event's timestamp
 * @param head the frame's text up to the offset
 * @param tail the frame's text after the offset
 */
public record EventFrame(
    FrameType type, UUID eventId, Instant happenedAt, String head, String tail) {

  /** The same frame of the same event is told to a user once, whatever the room. */
  public String identity() {
    return eventId + ":" + type.wireName();
  }

  /** The whole frame. */
  public String at(long offset) {
    return head + offset + tail;
  }
}
