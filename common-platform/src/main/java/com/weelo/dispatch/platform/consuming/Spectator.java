package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Reads all partitions from now on, in no group: each instance hears everything, and none leaves
 * anything behind in Kafka.
 */
final class Spectator implements ReadingThread.Reading {

  private static final Duration POLL = Duration.ofMillis(500);

  private final ConsumerFactory<String, byte[]> consumers;
  private final Subscription<?> subscription;
  private final BatchMessageListener<String, byte[]> listener;

  Spectator(
      ConsumerFactory<String, byte[]> consumers,
      Subscription<?> subscription,
      BatchMessageListener<String, byte[]> listener) {
    this.consumers = consumers;
    this.subscription = subscription;
    this.listener = listener;
  }

  @Override
  public void run(BooleanSupplier wanted) {
    try (var consumer = consumer()) {
      var partitions = partitions(consumer);
      consumer.assign(partitions);
      consumer.seekToEnd(partitions);
      while (wanted.getAsBoolean()) {
        var records = consumer.poll(POLL);
        if (!records.isEmpty()) {
          listener.onMessage(list(records));
        }
      }
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
}
