package com.weelo.dispatch.suite.verify;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics from their beginning to their present end, without joining a group. */
final class TopicReader implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;

  TopicReader(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                50),
            new StringDeserializer(),
            new ByteArrayDeserializer());
  }

  /** The partitions that there are of these topics. */
  List<TopicPartition> partitions(Collection<String> topics) {
    var existing = consumer.listTopics();
    return topics.stream()
        .flatMap(topic -> existing.getOrDefault(topic, List.of()).stream())
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  /** All topics that there are. */
  Set<String> topics() {
    return consumer.listTopics().keySet();
  }

  /** How many records the topics have ever been given, whether they are still kept or not. */
  Map<TopicPartition, Long> ends(Collection<String> topics) {
    return consumer.endOffsets(partitions(topics));
  }

  /** How many records of each partition were dropped for their age. */
  Map<TopicPartition, Long> beginnings(Collection<String> topics) {
    return consumer.beginningOffsets(partitions(topics));
  }

  /** Reads all that the topics hold at this moment, each partition in its order. */
  void read(Collection<String> topics, Consumer<ConsumerRecord<String, byte[]>> reader) {
    read(ends(topics), reader);
  }

  /** Reads each partition up to the given offset. */
  void read(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<String, byte[]>> reader) {
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    readOn(ends, reader);
  }

  /** Reads what the topics hold at this moment and were sent since then. */
  void readSince(
      Instant from, Collection<String> topics, Consumer<ConsumerRecord<String, byte[]>> reader) {
    var millis = Math.max(0, from.toEpochMilli());
    var ends = ends(topics);
    consumer.assign(ends.keySet());
    consumer
        .offsetsForTimes(ends.keySet().stream().collect(toMap(partition -> partition, p -> millis)))
        .forEach((partition, first) ->
            consumer.seek(
                partition, first == null ? requireNonNull(ends.get(partition)) : first.offset()));
    readOn(
        ends,
        record -> {
          if (record.timestamp() >= millis) { // several senders: the first is not the oldest
            reader.accept(record);
          }
        });
  }

  private void readOn(
      Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<String, byte[]>> reader) {
    var left = new HashMap<>(ends);
    left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    while (!left.isEmpty()) {
      for (var record : consumer.poll(POLL)) {
        var end = ends.get(new TopicPartition(record.topic(), record.partition()));
        if (end != null && record.offset() < end) {
          reader.accept(record);
        }
      }
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
