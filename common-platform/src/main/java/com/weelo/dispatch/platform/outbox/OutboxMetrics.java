package com.weelo.dispatch.platform.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the relay does, for dashboards.
 *
 * <p>{@code dispatch.outbox.relayed} counts events that Kafka has acknowledged; {@code
 * dispatch.outbox.outstanding} are those sent and not yet acknowledged. Of a service's instances at
 * most one is {@code dispatch.outbox.leading}, and the others relay nothing.
 */
final class OutboxMetrics {

  private final Counter relayed;
  private final AtomicInteger outstanding = new AtomicInteger();
  private final AtomicInteger leading = new AtomicInteger();

  OutboxMetrics(MeterRegistry registry) {
    relayed =
        Counter.builder("dispatch.outbox.relayed")
            .description("Events of the outbox that Kafka has acknowledged")
            .register(registry);
    Gauge.builder("dispatch.outbox.outstanding", outstanding, AtomicInteger::get)
        .description("Events of the outbox that were sent and that Kafka has not acknowledged yet")
        .register(registry);
    Gauge.builder("dispatch.outbox.leading", leading, AtomicInteger::get)
        .description("1 where this instance relays the outbox, 0 where it stands by")
        .register(registry);
  }

  void relayed(int stillOutstanding) {
    relayed.increment();
    outstanding.set(stillOutstanding);
  }

  void outstanding(int events) {
    outstanding.set(events);
  }

  void leads(boolean relays) {
    leading.set(relays ? 1 : 0);
  }

  int outstanding() {
    return outstanding.get();
  }
}
