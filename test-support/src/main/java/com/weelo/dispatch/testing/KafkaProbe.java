package com.weelo.dispatch.testing;

import com.weelo.dispatch.stores.Stores;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes topics beside the services under test, without joining a consumer group. A topic
 * it reads may come to exist later. It remembers all it has read. For one thread.
 */
public final class KafkaProbe implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Set<String> topics;
  private final Set<TopicPartition> assigned = new HashSet<>();
  private final List<ReceivedRecord> received = new ArrayList<>();
  private final KafkaConsumer<String, String> consumer;
  private final KafkaProducer<String, byte[]> producer;

  private KafkaProbe(String bootstrapServers, Collection<String> topics) {
    this.topics = Set.copyOf(topics);
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "allow.auto.create.topics", "false"),
            new StringDeserializer(),
            new StringDeserializer());
    this.producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "acks", "all",
                "linger.ms", "0",
                // While Kafka makes the topics, which on a slow disk takes minutes.
                "delivery.timeout.ms", "600000"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Sees everything the topics hold and will hold. */
  public static KafkaProbe fromEarliest(Stores stores, String... topics) {
    return new KafkaProbe(stores.kafka(), List.of(topics));
  }

  /** Sees only what is written from now on. */
  public static KafkaProbe fromNow(Stores stores, String... topics) {
    KafkaProbe probe = fromEarliest(stores, topics);
    probe.assignNewPartitions();
    probe.consumer.seekToEnd(probe.assigned);
    probe.assigned.forEach(probe.consumer::position); // seeking alone is put off until a poll
    return probe;
  }

  /** Waits for a record that fits, be it a new one or one read before, and answers the first. */
  public ReceivedRecord await(String topic, Predicate<ReceivedRecord> condition) {
    return Awaitility.await("a fitting record on " + topic)
        .atMost(PATIENCE)
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .until(() -> read().findFirst(topic, condition), Optional::isPresent)
        .orElseThrow();
  }

  /** Waits for a record with that key. */
  public ReceivedRecord awaitKey(String topic, String key) {
    return await(topic, candidate -> key.equals(candidate.key()));
  }

  /** Everything read from the topic so far, in the order of each partition; does not wait. */
  public List<ReceivedRecord> received(String topic) {
    return read().received.stream().filter(found -> found.topic().equals(topic)).toList();
  }

  /** Writes a record and returns once Kafka has acknowledged it. */
  public void send(
      String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> outgoing = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> outgoing.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(outgoing).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Not sent to " + topic, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while sending to " + topic, e);
    }
  }

  @Override
  public void close() {
    consumer.close();
    producer.close();
  }

  private KafkaProbe read() {
    assignNewPartitions();
    if (!assigned.isEmpty()) {
      consumer.poll(POLL).forEach(found -> received.add(ReceivedRecord.of(found)));
    }
    return this;
  }

  /** Partitions that were not there at the start are read from their beginning. */
  private void assignNewPartitions() {
    Set<TopicPartition> fresh = new HashSet<>();
    for (String topic : topics) {
      if (assigned.stream().noneMatch(known -> known.topic().equals(topic))) {
        consumer
            .partitionsFor(topic)
            .forEach(info -> fresh.add(new TopicPartition(topic, info.partition())));
      }
    }
    if (!fresh.isEmpty()) {
      assigned.addAll(fresh);
      consumer.assign(assigned);
      consumer.seekToBeginning(fresh);
    }
  }

  private Optional<ReceivedRecord> findFirst(String topic, Predicate<ReceivedRecord> condition) {
    return received.stream()
        .filter(found -> found.topic().equals(topic))
        .filter(condition)
        .findFirst();
  }
}
