package com.weelo.dispatch.audit.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.audit.AuditTest;
import com.weelo.dispatch.audit.testing.Api;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.testing.TestStores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Offsets that are not there are recorded as such, with the cause that Kafka tells. */
@AuditTest
class HolesIT {

  @Autowired Admin admin;
  @Autowired Gaps gaps;
  @Autowired JdbcTemplate jdbc;

  private final Api api;
  private final String topic = "holes-" + EventIds.next();

  HolesIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @Test
  void what_kafka_dropped_for_its_age() {
    create(Map.of());
    send(topic, false, 10);
    var partition = new TopicPartition(topic, 0);
    get(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(5))).all());

    assertThat(gaps.causeOf(partition, 0, 4)).isEqualTo(GapCause.RETENTION);
    assertThat(gaps.causeOf(partition, 6, 6)).isEqualTo(GapCause.MISSING);
  }

  @Test
  void what_kafka_dropped_for_newer_ones() {
    create(Map.of("cleanup.policy", "compact"));

    assertThat(gaps.causeOf(new TopicPartition(topic, 0), 3, 5)).isEqualTo(GapCause.COMPACTION);
  }

  @Test
  void what_nobody_can_explain() {
    create(Map.of());
    send(topic, false, 10);

    assertThat(gaps.causeOf(new TopicPartition(topic, 0), 3, 3)).isEqualTo(GapCause.MISSING);
  }

  @Test
  void what_kafka_noted_about_transactions() {
    create(Map.of());
    send(topic, true, 1);
    send(topic, true, 1);
    var partition = new TopicPartition(topic, 0);

    assertThat(gaps.causeOf(partition, 1, 1)).isEqualTo(GapCause.TRANSACTION_MARKERS);
    assertThat(gaps.causeOf(partition, 1, 9)).isEqualTo(GapCause.MISSING);
  }

  @Test
  void a_hole_that_has_a_good_reason_breaks_nothing() {
    send("booking.expired", true, 2);
    send("booking.expired", true, 1);

    await()
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForList(
                        "SELECT cause FROM gaps WHERE topic = 'booking.expired'", String.class))
                .contains("transaction_markers"));
    var verification = api.get("/verify").body();
    assertThat(verification.path("findings")).isEmpty();
    assertThat(verification.path("verified").asBoolean()).isTrue();
  }

  private void create(Map<String, String> configuration) {
    var wanted = new NewTopic(topic, Optional.of(1), Optional.empty()).configs(configuration);
    get(admin.createTopics(List.of(wanted)).all());
  }

  private void send(String to, boolean transactional, int records) {
    Map<String, Object> settings =
        transactional
            ? Map.of(
                "bootstrap.servers",
                TestStores.get().kafka(),
                "transactional.id",
                EventIds.next().toString())
            : Map.of("bootstrap.servers", TestStores.get().kafka());
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      if (transactional) {
        producer.initTransactions();
        producer.beginTransaction();
      }
      for (int i = 0; i < records; i++) {
        producer.send(new ProducerRecord<>(to, 0, topic, "{}".getBytes(UTF_8)));
      }
      if (transactional) {
        producer.commitTransaction();
        awaitNote(new TopicPartition(to, 0));
      }
    }
  }

  /** Kafka notes that a transaction was committed a moment after it says so. */
  private void awaitNote(TopicPartition partition) {
    await()
        .untilAsserted(() ->
            assertThat(end(partition, IsolationLevel.READ_COMMITTED))
                .isEqualTo(end(partition, IsolationLevel.READ_UNCOMMITTED)));
  }

  private long end(TopicPartition partition, IsolationLevel of) {
    return get(admin
            .listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(of))
            .partitionResult(partition))
        .offset();
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
