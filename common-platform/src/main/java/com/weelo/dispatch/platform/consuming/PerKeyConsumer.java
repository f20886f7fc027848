package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Runs a {@link PollLoop} for as long as the service runs, whatever becomes of Kafka.
 *
 * <p>Why not one of Spring Kafka's containers: they poll again only when all that the last poll
 * brought was handled, so one slow call would hold up everybody; and their way out of that,
 * acknowledging out of order, has lost records.
 */
final class PerKeyConsumer implements Lifecycle {

  private static final Logger log = LoggerFactory.getLogger(PerKeyConsumer.class);

  private static final Duration RESTART_AFTER = Duration.ofSeconds(1);

  /** More than the loop needs to leave its partitions. */
  private static final Duration PATIENCE = Duration.ofSeconds(18);

  private final ConsumerFactory<String, byte[]> consumers;
  private final String group;
  private final Subscription<?> subscription;
  private final KeyLanes.Handling handling;
  private final int inFlight;

  private CountDownLatch stopping = new CountDownLatch(0);
  private @Nullable Thread thread;

  PerKeyConsumer(
      ConsumerFactory<String, byte[]> consumers,
      String group,
      Subscription<?> subscription,
      KeyLanes.Handling handling,
      int inFlight) {
    this.consumers = consumers;
    this.group = group;
    this.subscription = subscription;
    this.handling = handling;
    this.inFlight = inFlight;
  }

  @Override
  public synchronized void start() {
    var stop = new CountDownLatch(1);
    stopping = stop;
    thread = Thread.ofPlatform().name(group).start(() -> keepPolling(stop));
  }

  private void keepPolling(CountDownLatch stop) {
    try {
      do {
        poll(stop);
      } while (!stop.await(RESTART_AFTER.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void poll(CountDownLatch stop) {
    try (var consumer = consumer();
        var lanes = new KeyLanes(handling, inFlight)) {
      new PollLoop(consumer, lanes, inFlight).run(subscription.topics(), () -> stop.getCount() > 0);
    } catch (RuntimeException e) {
      log.warn("{} lost Kafka and starts anew: {}", group, e.toString());
    }
  }

  private Consumer<String, byte[]> consumer() {
    var overrides = new Properties();
    overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    overrides.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, inFlight);
    return consumers.createConsumer(group, null, null, overrides);
  }

  @Override
  public synchronized void stop() {
    stopping.countDown();
    var current = thread;
    if (current != null) {
      try {
        current.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return stopping.getCount() > 0;
  }
}
