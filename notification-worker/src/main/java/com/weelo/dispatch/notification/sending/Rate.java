package com.weelo.dispatch.notification.sending;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * What may be sent to one address, or on a channel. Whoever comes too early is given a turn of
 * their own: if all came back for the next one, all but one would have come for nothing.
 */
final class Rate {

  /**
   * A turn is no more than this after the next one: those who had the turns between may never come,
   * because their messages are void by then.
   */
  private static final Duration LONGEST_LINE = Duration.ofSeconds(10);

  private final Bucket bucket;
  private final long interval;
  private final TimeMeter time;
  private long lastTurn;

  /**
   * @param interval between two turns
   */
  Rate(Bucket bucket, Duration interval, TimeMeter time) {
    this.bucket = bucket;
    this.interval = interval.toNanos();
    this.time = time;
    this.lastTurn = time.currentTimeNanos();
  }

  /**
   * Takes one message.
   *
   * @return how long to wait instead; zero where it may be sent
   */
  synchronized Duration take() {
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return Duration.ZERO;
    }
    var now = time.currentTimeNanos();
    var next = now + probe.getNanosToWaitForRefill();
    lastTurn = Math.clamp(lastTurn + interval, next, next + LONGEST_LINE.toNanos());
    return Duration.ofNanos(lastTurn - now);
  }

  /** It was taken and not sent. */
  void giveBack() {
    bucket.addTokens(1);
  }
}
