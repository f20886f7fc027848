package com.weelo.dispatch.broadcast.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SocketMetricsTests {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final SocketMetrics metrics =
      new SocketMetrics(registry, Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void frames_and_their_age_are_told_apart_by_type() {
    metrics.sentLive("new_broadcast", NOON.minusMillis(250).toEpochMilli());
    metrics.sentLive("booking_updated", NOON.toEpochMilli());
    metrics.sentLive("booking_updated", NOON.toEpochMilli());

    assertThat(metrics.framesSent()).isEqualTo(Map.of("new_broadcast", 1L, "booking_updated", 2L));
    var offers = registry.get("dispatch.broadcast.age").tag("type", "new_broadcast").timer();
    assertThat(offers.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(250);
  }

  @Test
  void each_way_of_closing_is_counted_from_nothing_on() {
    var tooSlow = registry.get("dispatch.broadcast.closed").tag("code", "4408").counter();
    assertThat(tooSlow.count()).isZero();

    metrics.closed(CloseCode.TOO_SLOW);

    assertThat(tooSlow.count()).isEqualTo(1);
  }
}
