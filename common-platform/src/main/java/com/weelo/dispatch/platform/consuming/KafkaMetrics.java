package com.weelo.dispatch.platform.consuming;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the brokers said at the last look: how many they are, and what the service's groups have yet
 * to read. All instances of a service say the same. While no broker answers there are none, and
 * nothing is said of the groups.
 */
public final class KafkaMetrics {

  private static final Logger log = LoggerFactory.getLogger(KafkaMetrics.class);

  private final ReadingLags reading;
  private final AtomicInteger brokers = new AtomicInteger();
  private final MultiGauge lags;
  private volatile boolean looked;

  KafkaMetrics(ReadingLags reading, MeterRegistry registry) {
    this.reading = reading;
    Gauge.builder("dispatch.kafka.brokers", brokers, AtomicInteger::get)
        .description("Brokers of the cluster that are there; 0 while none answers")
        .register(registry);
    lags =
        MultiGauge.builder("dispatch.consumer.lag")
            .description("Records of a topic that a group has yet to read, by the brokers' account")
            .baseUnit("records")
            .register(registry);
  }

  /** Whether no broker answered when they were last asked. */
  public boolean isAway() {
    return looked && brokers.get() == 0;
  }

  void look() {
    try {
      var away = isAway();
      countBrokers();
      looked = true;
      if (away && !isAway()) {
        log.info("Kafka answers again");
      }
      lags.register(brokers.get() == 0 ? List.of() : rows(), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void countBrokers() throws InterruptedException {
    try {
      brokers.set(reading.brokers());
    } catch (ExecutionException | TimeoutException failure) {
      if (!isAway()) {
        log.warn("Kafka does not answer: {}", failure.toString());
      }
      brokers.set(0);
    }
  }

  private List<Row<?>> rows() throws InterruptedException {
    try {
      return reading.lags().stream().<Row<?>>map(KafkaMetrics::row).toList();
    } catch (ExecutionException | TimeoutException unknown) {
      log.debug("Kafka does not say how far its groups have come", unknown);
      return List.of();
    }
  }

  private static Row<?> row(ReadingLags.Lag lag) {
    return Row.of(Tags.of("group", lag.group(), "topic", lag.topic()), lag.records());
  }
}
