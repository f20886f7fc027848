package com.weelo.dispatch.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the relay does, for dashboards.
 *
 * <p>{@code dispatch.outbox.relayed} counts events that Kafka has acknowledged; {@code
 * dispatch.outbox.outstanding} are those sent and not yet acknowledged.
 */
final class OutboxMetrics {

  private final Counter relayed;
  private final AtomicInteger outstanding;

  OutboxMetrics(MeterRegistry registry) {
    relayed =
        Counter.builder("dispatch.outbox.relayed")
            .description("Events of the outbox that Kafka has acknowledged")
            .register(registry);
    outstanding = registry.gauge("dispatch.outbox.outstanding", new AtomicInteger());
  }

  void relayed(int stillOutstanding) {
    relayed.increment();
    outstanding.set(stillOutstanding);
  }

  void outstanding(int events) {
    outstanding.set(events);
  }

  int outstanding() {
    return outstanding.get();
  }
}
