package com.weelo.dispatch.suite.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Optional;

/**
 * How far a user has read its stream: what a reconnecting socket asks to go on from, and what each
 * frame is held against.
 */
final class StreamPosition {

  private String epoch = "";
  private long offset = -1;

  /** What to add to the address when connecting again; empty the first time. */
  String resumption() {
    return offset < 0 ? "" : "?offset=" + offset + "&epoch=" + URLEncoder.encode(epoch, UTF_8);
  }

  /**
   * The server greets.
   *
   * @return whether everything missed will follow
   */
  boolean welcomed(String newEpoch, long newOffset, boolean recovered) {
    var first = offset < 0;
    if (!recovered) {
      offset = newOffset;
    }
    epoch = newEpoch;
    return first || recovered;
  }

  /**
   * Takes note of a frame.
   *
   * @return what is wrong with its place, if anything
   */
  Optional<String> take(Frame frame) {
    if (frame.isMomentary()) {
      return Optional.empty();
    }
    var expected = offset + 1;
    if (frame.offset() == expected) {
      offset = expected;
      return Optional.empty();
    }
    if (frame.offset() > expected) {
      offset = frame.offset();
    }
    return Optional.of(
        "%s %s has offset %d where %d was next"
            .formatted(frame.type(), frame.id(), frame.offset(), expected));
  }
}
