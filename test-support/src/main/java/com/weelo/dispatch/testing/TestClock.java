package com.weelo.dispatch.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands nearly still but for what tests let pass: no offer or hold ends because a machine is slow.
 * It begins ahead of the real one, so that it is not behind it in the end.
 */
public final class TestClock extends Clock {

  private static final int SLOWER = 10;

  private final Instant start = Clock.systemUTC().instant().plus(Duration.ofHours(1));
  private final long startedAt = System.nanoTime();

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public void letPass(Duration time) {
    ahead.updateAndGet(time::plus);
  }

  @Override
  public Instant instant() {
    var passed = Duration.ofNanos((System.nanoTime() - startedAt) / SLOWER);
    return start.plus(passed).plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("UTC only");
  }
}
