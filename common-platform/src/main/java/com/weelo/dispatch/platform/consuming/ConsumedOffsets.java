package com.weelo.dispatch.platform.consuming;

import java.util.Map;
import java.util.TreeMap;
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

  /** The next offset wanted; the row stays locked until the transaction ends. */
  long lock(TopicPartition partition) {
    jdbc.update(
        """
        INSERT INTO consumed_offsets (subscription, topic, partition, next_offset)
        VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING
        """,
        subscription,
        partition.topic(),
        partition.partition());
    var next =
        jdbc.queryForObject(
            """
            SELECT next_offset FROM consumed_offsets
            WHERE subscription = ? AND topic = ? AND partition = ? FOR UPDATE
            """,
            Long.class,
            subscription,
            partition.topic(),
            partition.partition());
    return next == null ? 0 : next;
  }

  void advance(Map<TopicPartition, Long> nextOffsets) {
    // In one order, so that two instances never wait for each other.
    var ordered = new TreeMap<TopicPartition, Long>(ConsumedOffsets::compare);
    ordered.putAll(nextOffsets);
    ordered.forEach((partition, next) ->
        jdbc.update(
            """
            UPDATE consumed_offsets SET next_offset = ?
            WHERE subscription = ? AND topic = ? AND partition = ?
            """,
            next,
            subscription,
            partition.topic(),
            partition.partition()));
  }

  static int compare(TopicPartition a, TopicPartition b) {
    var byTopic = a.topic().compareTo(b.topic());
    return byTopic != 0 ? byTopic : Integer.compare(a.partition(), b.partition());
  }
}
