package com.weelo.dispatch.notification.sending;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How many pushes came to what, and how long the good ones took. */
@Component
class PushMetrics {

  private final MeterRegistry registry;
  private final Timer sent;

  PushMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.sent =
        Timer.builder("dispatch.push.claimed.to.sent")
            .description("From the claim of a push to the record that it was sent")
            .publishPercentileHistogram()
            .register(registry);
  }

  void count(DeliveryState outcome) {
    registry.counter("dispatch.pushes", "outcome", outcome.code()).increment();
  }

  void sentWithin(Duration duration) {
    sent.record(duration);
  }
}
