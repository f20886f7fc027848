package com.weelo.dispatch.platform.consuming;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far a batch subscription has come, kept in its own database. Locking a partition's row fences
 * off an instance that lost the partition and does not know it yet.
 */
final class ConsumedOffsets {

  private final JdbcTemplate jdbc;
  private final String subscription;

  ConsumedOffsets(JdbcTemplate jdbc, String subscription) {
    this.jdbc = jdbc;
    this.subscription = subscription;
  }

  /**
   * The next offset wanted of each partition; their rows stay locked until the transaction ends.
   *
   * <p>Locks in one order, so that two instances never wait for each other.
   */
  Map<TopicPartition, Long> lock(Collection<TopicPartition> partitions) {
    var topics = topics(partitions);
    var numbers = numbers(partitions);
    jdbc.update(
        """
        INSERT INTO consumed_offsets (subscription, topic, partition, next_offset)
        SELECT ?, topic, partition, 0 FROM unnest(?::text[], ?::int[]) AS read (topic, partition)
        ORDER BY topic, partition
        ON CONFLICT DO NOTHING
        """,
        subscription,
        topics,
        numbers);
    return nextOffsets(topics, numbers, "FOR UPDATE");
  }

  /** The next offset wanted of those partitions that were read before. */
  Map<TopicPartition, Long> known(Collection<TopicPartition> partitions) {
    return nextOffsets(topics(partitions), numbers(partitions), "");
  }

  private Map<TopicPartition, Long> nextOffsets(
      String[] topics, Integer[] numbers, String locking) {
    var wanted = new HashMap<TopicPartition, Long>();
    jdbc.query(
        """
        SELECT topic, partition, next_offset FROM consumed_offsets
        WHERE subscription = ?
          AND (topic, partition) IN (SELECT * FROM unnest(?::text[], ?::int[]))
        ORDER BY topic, partition
        """
            + locking,
        row -> {
          wanted.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
        },
        subscription,
        topics,
        numbers);
    return wanted;
  }

  private static String[] topics(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::topic).toArray(String[]::new);
  }

  private static Integer[] numbers(Collection<TopicPartition> partitions) {
    return partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new);
  }

  /** Of locked partitions. */
  void advance(Map<TopicPartition, Long> nextOffsets) {
    var ordered = List.copyOf(nextOffsets.entrySet());
    jdbc.update(
        """
        UPDATE consumed_offsets SET next_offset = read.next
        FROM unnest(?::text[], ?::int[], ?::bigint[]) AS read (topic, partition, next)
        WHERE subscription = ? AND consumed_offsets.topic = read.topic
          AND consumed_offsets.partition = read.partition
        """,
        ordered.stream().map(next -> next.getKey().topic()).toArray(String[]::new),
        ordered.stream().map(next -> next.getKey().partition()).toArray(Integer[]::new),
        ordered.stream().map(Map.Entry::getValue).toArray(Long[]::new),
        subscription);
  }
}
