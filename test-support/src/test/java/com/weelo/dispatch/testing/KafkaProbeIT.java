package com.weelo.dispatch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class KafkaProbeIT {

  private final String topic = "probe." + UUID.randomUUID();

  @Test
  void findsARecordByItsKeyWithItsHeaders() throws Exception {
    createTopic();
    try (KafkaProbe probe = KafkaProbe.fromEarliest(TestStores.get(), topic)) {
      probe.send(topic, "a", bytes("first"), Map.of("event-id", "1"));
      probe.send(topic, "b", bytes("second"), Map.of("event-id", "2"));

      ReceivedRecord found = probe.awaitKey(topic, "b");

      assertThat(found.value()).isEqualTo("second");
      assertThat(found.headers()).containsExactly(Map.entry("event-id", "2"));
    }
  }

  @Test
  void fromNowSeesNothingOlder() throws Exception {
    createTopic();
    try (KafkaProbe writer = KafkaProbe.fromEarliest(TestStores.get())) {
      writer.send(topic, "a", bytes("old"), Map.of());
      try (KafkaProbe probe = KafkaProbe.fromNow(TestStores.get(), topic)) {
        writer.send(topic, "a", bytes("new"), Map.of());

        assertThat(probe.awaitKey(topic, "a").value()).isEqualTo("new");
        assertThat(probe.received(topic)).hasSize(1);
      }
    }
  }

  @Test
  void readsATopicThatComesToExistLater() throws Exception {
    try (KafkaProbe probe = KafkaProbe.fromNow(TestStores.get(), topic)) {
      createTopic();
      probe.send(topic, "a", bytes("first"), Map.of());

      assertThat(probe.awaitKey(topic, "a").value()).isEqualTo("first");
    }
  }

  private void createTopic() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", TestStores.get().kafka()))) {
      admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
