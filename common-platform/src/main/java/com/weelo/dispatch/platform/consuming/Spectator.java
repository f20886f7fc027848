package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Reads all partitions from now on, in no group: each instance hears everything, and none leaves
 * anything behind in Kafka.
 */
final class Spectator implements Lifecycle {

  private static final Logger log = LoggerFactory.getLogger(Spectator.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RESTART_AFTER = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ConsumerFactory<String, byte[]> consumers;
  private final Subscription<?> subscription;
  private final BatchMessageListener<String, byte[]> listener;
  private CountDownLatch stopping = new CountDownLatch(0);
  private @Nullable Thread thread;

  Spectator(
      ConsumerFactory<String, byte[]> consumers,
      Subscription<?> subscription,
      BatchMessageListener<String, byte[]> listener) {
    this.consumers = consumers;
    this.subscription = subscription;
    this.listener = listener;
  }

  @Override
  public synchronized void start() {
    var stop = new CountDownLatch(1);
    stopping = stop;
    thread = Thread.ofPlatform().name(subscription.group()).start(() -> keepReading(stop));
  }

  private void keepReading(CountDownLatch stop) {
    try {
      do {
        read(stop);
      } while (!stop.await(RESTART_AFTER.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(CountDownLatch stop) {
    try (var consumer = consumer()) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      while (stop.getCount() > 0) {
        var records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          listener.onMessage(list(records));
        }
      }
    } catch (RuntimeException e) {
      log.warn("{} lost Kafka and starts anew: {}", subscription.group(), e.toString());
    }
  }

  private static List<ConsumerRecord<String, byte[]>> list(
      Iterable<ConsumerRecord<String, byte[]>> records) {
    var list = new ArrayList<ConsumerRecord<String, byte[]>>();
    records.forEach(list::add);
    return list;
  }

  private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
    return subscription.topics().stream()
        .flatMap(topic -> consumer.partitionsFor(topic).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private Consumer<String, byte[]> consumer() {
    var overrides = Gathering.settings(subscription.gathering());
    overrides.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return consumers.createConsumer(null, subscription.group(), null, overrides);
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
