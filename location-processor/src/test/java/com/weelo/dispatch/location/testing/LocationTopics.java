package com.weelo.dispatch.location.testing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.Topics.TopicSpec;
import com.weelo.dispatch.testing.TestStores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far the service has read its topics, seen and steered from outside. */
public final class LocationTopics {

  private static final List<TopicPartition> PARTITIONS =
      Topics.of(LocationEvent.class).stream().flatMap(LocationTopics::partitions).toList();

  private final JdbcTemplate jdbc;

  public LocationTopics(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private static Stream<TopicPartition> partitions(TopicSpec topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(n -> new TopicPartition(topic.name(), n));
  }

  /** Waits until all that is in Kafka has had its effect in the database. */
  public void awaitRead() {
    await()
        .ignoreExceptions() // topics may still be in the making
        .untilAsserted(() -> assertThat(read()).isEqualTo(written()));
  }

  private Map<TopicPartition, Long> written() {
    try (var admin = admin()) {
      var latest = PARTITIONS.stream().collect(toMap(p -> p, p -> OffsetSpec.latest()));
      var ends = new HashMap<TopicPartition, Long>();
      get(admin.listOffsets(latest).all()).forEach((p, end) -> ends.put(p, end.offset()));
      return ends;
    }
  }

  private Map<TopicPartition, Long> read() {
    var offsets = new HashMap<>(PARTITIONS.stream().collect(toMap(p -> p, p -> 0L)));
    jdbc.query(
        "SELECT topic, partition, next_offset FROM consumed_offsets",
        row -> {
          offsets.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        });
    return offsets;
  }

  /** Has Kafka hand out everything again to a group that is not running. */
  public void rewind(String group) {
    try (var admin = admin()) {
      var beginning = PARTITIONS.stream().collect(toMap(p -> p, p -> new OffsetAndMetadata(0)));
      await()
          .ignoreExceptions() // members take a moment to leave
          .until(() -> get(admin.alterConsumerGroupOffsets(group, beginning).all()) == null);
    }
  }

  /** Waits until the group has read to the end by Kafka's own account. */
  public void awaitCommitted(String group) {
    try (var admin = admin()) {
      var ends = written();
      ends.values().removeIf(end -> end == 0);
      await()
          .untilAsserted(() ->
              assertThat(get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()))
                  .allSatisfy((partition, committed) ->
                      assertThat(committed.offset()).isEqualTo(ends.getOrDefault(partition, 0L))));
    }
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", TestStores.get().kafka()));
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
