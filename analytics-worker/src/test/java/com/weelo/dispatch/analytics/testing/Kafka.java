package com.weelo.dispatch.analytics.testing;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.testing.TestStores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics, as the services write them. */
public final class Kafka implements AutoCloseable {

  private final EventCodec codec = new EventCodec();
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              "bootstrap.servers", TestStores.get().kafka(),
              "acks", "all",
              // While Kafka makes the topics, which on a slow disk takes minutes.
              "delivery.timeout.ms", "600000"),
          new StringSerializer(),
          new ByteArraySerializer());

  /** Sends all of them; returns once Kafka has them. */
  public void send(Collection<EventEnvelope<DomainEvent>> events) {
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (var event : events) {
      sent.add(
          producer.send(new ProducerRecord<>(event.eventType(), event.key(), codec.encode(event))));
    }
    sent.forEach(Kafka::get);
  }

  /** Sends what may be no event at all. */
  public void send(String topic, String key, String value) {
    get(producer.send(new ProducerRecord<>(topic, key, value.getBytes())));
  }

  /** The end of each partition that holds what may become facts. */
  public Map<TopicPartition, Long> ends() {
    var partitions =
        Topics.all().stream()
            .filter(topic -> Topics.of(LocationEvent.class).stream().noneMatch(topic::equals))
            .flatMap(topic ->
                IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.name(), number)))
            .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestStores.get().kafka()))) {
      var ends = new HashMap<TopicPartition, Long>();
      get(admin.listOffsets(partitions).all())
          .forEach((partition, end) -> {
            if (end.offset() > 0) {
              ends.put(partition, end.offset());
            }
          });
      return ends;
    }
  }

  private static <T> T get(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
