package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.platform.health.Degraded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells a stuck outbox from a working one: degraded, not down, for the service goes on committing
 * while Kafka is away and nothing is lost.
 */
final class OutboxHealth implements HealthIndicator {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final OutboxMetrics metrics;
  private final Clock clock;
  private @Nullable Instant waitingSince;

  OutboxHealth(OutboxMetrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public synchronized Health health() {
    var waiting = metrics.outstanding();
    if (waiting == 0) {
      waitingSince = null;
    } else if (waitingSince == null) {
      waitingSince = clock.instant();
    }
    var stuck = waitingSince != null && waitingSince.plus(PATIENCE).isBefore(clock.instant());
    return Health.status(stuck ? Degraded.STATUS : Status.UP)
        .withDetail("outstanding", waiting)
        .build();
  }
}
