package com.weelo.dispatch.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.PaymentEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class KafkaMetricsTests {

  @Test
  void while_no_broker_answers_there_is_none_and_nothing_is_said_of_groups() {
    var registry = new SimpleMeterRegistry();
    var payments = Subscription.of("a-group", PaymentEvent.class, event -> {});
    try (var away =
        new ReadingLags(
            Admin.create(Map.of("bootstrap.servers", (Object) "localhost:1")),
            List.of(payments),
            "",
            Duration.ofMillis(200))) {

      new KafkaMetrics(away, registry).look();
    }

    assertThat(registry.get("dispatch.kafka.brokers").gauge().value()).isZero();
    assertThat(registry.find("dispatch.consumer.lag").gauges()).isEmpty();
  }
}
