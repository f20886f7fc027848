package com.weelo.dispatch.order.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Goes as the real one does, ahead of it by as much as tests have let pass. */
public final class TestClock extends Clock {

  private static final Clock REAL = Clock.tickMillis(ZoneOffset.UTC);

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  public void letPass(Duration time) {
    ahead.updateAndGet(time::plus);
  }

  @Override
  public Instant instant() {
    return REAL.instant().plus(ahead.get());
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
