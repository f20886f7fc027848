package com.weelo.dispatch.broadcast.streams;

import com.weelo.dispatch.broadcast.frames.EventFrame;
import org.jspecify.annotations.Nullable;

/** A frame on its way from Redis to the nodes that its user is connected to. */
public sealed interface LiveFrame {

  /** The event's time, in ms since 1970. */
  long happenedAt();

  /** The frame's type. */
  String type();

  /**
   * One that has its place in the user's stream.
   *
   * @param traceparent of the trace that it is the last part of; null where nobody traces
   */
  record Stored(
      Position position, long happenedAt, String type, @Nullable String traceparent, String text)
      implements LiveFrame {}

  /** One for this moment only. It carries the offset of whatever its reader was told last. */
  record Passing(long happenedAt, String type, String head, String tail) implements LiveFrame {}

  /** What {@code append.lua} adds to the frame it publishes. */
  static String about(EventFrame frame, @Nullable String traceparent) {
    return traceparent == null ? about(frame) : about(frame) + " " + traceparent;
  }

  private static String about(EventFrame frame) {
    return frame.happenedAt().toEpochMilli() + " " + frame.type().wireName();
  }

  static String passing(EventFrame frame) {
    return "P " + about(frame) + "\n" + frame.head() + "\n" + frame.tail();
  }

  /** Reads what was published: a line about the frame, then the frame. */
  static LiveFrame parse(String published) {
    var line = published.indexOf('\n');
    var about = published.substring(0, line).split(" ", -1);
    if (about[0].equals("S")) {
      return new Stored(
          new Position(about[1], Long.parseLong(about[2])),
          Long.parseLong(about[3]),
          about[4],
          about.length > 5 ? about[5] : null,
          published.substring(line + 1));
    }
    var gap = published.indexOf('\n', line + 1);
    return new Passing(
        Long.parseLong(about[1]),
        about[2],
        published.substring(line + 1, gap),
        published.substring(gap + 1));
  }
}
