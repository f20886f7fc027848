package com.weelo.dispatch.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.platform.publishing.EventRecords;
import com.weelo.dispatch.testing.TestStores;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

class OutboxProducerIT {

  private static final int TOPICS = 8;
  private static final int PARTITIONS = 40;
  private static final int EVENTS = 40_000;
  private static final byte[] ENVELOPE = "x".repeat(600).getBytes(UTF_8);

  /** Brokers say that a topic is made before all of its partitions take records. */
  @Test
  void what_is_sent_to_topics_that_were_just_made_is_taken_too() throws Exception {
    var kafka = Map.<String, Object>of("bootstrap.servers", TestStores.get().kafka());
    try (var admin = Admin.create(kafka);
        var producer = OutboxProducer.open(new DefaultKafkaProducerFactory<>(kafka))) {
      for (var n = 0; n < TOPICS; n++) {
        var topic = "just-made-" + EventIds.next();
        admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
        var acknowledged = new AtomicInteger();
        for (var i = 0; i < EVENTS; i++) {
          producer.send(
              event(topic, "key-" + i),
              (metadata, failure) -> {
                if (failure == null) {
                  acknowledged.incrementAndGet();
                }
              });
        }
        await().untilAsserted(() -> assertThat(acknowledged).hasValue(EVENTS));
      }
    }
  }

  private static EventRecords.Sendable event(String topic, String key) {
    return new EventRecords.Sendable(
        EventIds.next(), topic, "1.0", key, "a-correlation", null, ENVELOPE);
  }
}
