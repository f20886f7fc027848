package com.weelo.dispatch.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;

class LagMetricsTests {

  private static final OutboxLag BEHIND =
      new OutboxLag(3, Duration.ofMinutes(2), new OutboxLag.Log(4_000, 9_000));

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private Supplier<Optional<OutboxLag>> found = Optional::empty;
  private final LagMetrics metrics = new LagMetrics(() -> found.get(), true, registry);

  @Test
  void rows_age_and_bytes_are_those_of_the_last_look() {
    found = () -> Optional.of(BEHIND);

    metrics.look();

    assertThat(gauge("dispatch.outbox.lag.rows")).isEqualTo(3);
    assertThat(registry.get("dispatch.outbox.lag.age").timeGauge().value(TimeUnit.SECONDS))
        .isEqualTo(120);
    assertThat(gauge("dispatch.outbox.lag.bytes")).isEqualTo(4_000);
    assertThat(gauge("dispatch.outbox.wal.retained")).isEqualTo(9_000);
  }

  @Test
  void while_the_database_is_away_nothing_is_told_and_then_it_is_again() {
    found = () -> Optional.of(BEHIND);
    metrics.look();

    found =
        () -> {
          throw new TransientDataAccessResourceException("away");
        };
    metrics.look();
    assertThat(gauge("dispatch.outbox.lag.rows")).isNaN();
    assertThat(gauge("dispatch.outbox.lag.bytes")).isNaN();

    found = () -> Optional.of(BEHIND);
    metrics.look();
    assertThat(gauge("dispatch.outbox.lag.rows")).isEqualTo(3);
  }

  private double gauge(String name) {
    return registry.get(name).gauge().value();
  }
}
