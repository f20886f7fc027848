package com.weelo.dispatch.broadcast.streams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection's place in its user's stream. Decides what the connection sends, so that it sends
 * every frame once and in order, however reading the history and hearing of new frames interleave:
 * it either <em>follows</em>, and then sends a frame exactly if it is the next, or it reads, and
 * then merely notes that there is something new. It begins to follow only once a reading has
 * reached the end of the stream and nothing new was heard of since the reading began; what is
 * published after that is the next frame.
 *
 * <p>Callers must have subscribed to the user's channel before the first reading, and read anew
 * whenever a subscription is confirmed. For one thread.
 */
public final class Cursor {

  private @Nullable Position position;
  private boolean following;
  private boolean reading;
  private boolean heardWhileReading;
  private boolean welcomed;
  private boolean startedOver;

  /**
   * @param position where the client says it was; null where it does not
   */
  public Cursor(@Nullable Position position) {
    this.position = position;
  }

  /** What to do with a frame that was heard of. */
  public enum Heard {
    SEND,
    IGNORE,
    READ
  }

  /**
   * What a reading came to.
   *
   * @param welcome to be sent first, if any
   * @param frames to be sent then
   * @param readOn whether there is, or may be, more to read
   */
  public record Progress(@Nullable Welcome welcome, List<String> frames, boolean readOn) {}

  /** Where the stream goes on from, and whether that is where the client was. */
  public record Welcome(Position position, boolean recovered) {}

  /** The last frame sent, or where the client was; null before the first reading. */
  public @Nullable Position position() {
    return position;
  }

  /** Whether the client has all there is, as far as is known here. */
  public boolean isFollowing() {
    return following;
  }

  /** A frame was published. */
  public Heard hear(Position frame) {
    if (reading) {
      heardWhileReading = true;
      return Heard.IGNORE;
    }
    if (!following || position == null) {
      return Heard.IGNORE; // a reading is to come
    }
    if (frame.equals(position.next())) {
      position = frame;
      return Heard.SEND;
    }
    if (frame.epoch().equals(position.epoch()) && frame.offset() <= position.offset()) {
      return Heard.IGNORE;
    }
    following = false;
    return Heard.READ;
  }

  /** The client does not keep up: nothing is sent until the next reading. */
  public void fallBehind() {
    following = false;
  }

  /**
   * A reading from {@link #position()} is to begin.
   *
   * @return false where one is under way; it will be followed by another
   */
  public boolean beginReading() {
    if (reading) {
      heardWhileReading = true;
      return false;
    }
    reading = true;
    following = false;
    heardWhileReading = false;
    return true;
  }

  /** The reading failed. Another has to begin, some time later. */
  public void failReading() {
    reading = false;
  }

  public Progress endReading(Reading found) {
    reading = false;
    var at = position;
    if (at != null && found.continues(at)) {
      return advance(at, found);
    }
    if (at != null && welcomed && !at.epoch().equals(found.end().epoch())) {
      // The client was here when the epoch began: all of it is news.
      position = new Position(found.end().epoch(), 0);
      startedOver = true;
      return new Progress(null, List.of(), true);
    }
    return startFrom(found.end());
  }

  private Progress advance(Position from, Reading found) {
    var welcome = !welcomed || startedOver ? new Welcome(from, !startedOver) : null;
    welcomed = true;
    startedOver = false;
    var reached = from.offset() + found.frames().size();
    position = new Position(from.epoch(), reached);
    following = reached == found.end().offset() && !heardWhileReading;
    return new Progress(welcome, found.frames(), !following);
  }

  private Progress startFrom(Position end) {
    position = end;
    welcomed = true;
    startedOver = false;
    following = !heardWhileReading;
    return new Progress(new Welcome(end, false), List.of(), !following);
  }
}
