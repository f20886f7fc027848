package com.weelo.dispatch.audit.recording;

import com.weelo.dispatch.platform.consuming.RetryableFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The chains' ends as the database has them. */
@Repository
class ChainEnds {

  private final JdbcTemplate jdbc;

  ChainEnds(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Where the partitions' chains end; those that had none begin. */
  Map<TopicPartition, ChainEnd> of(Collection<TopicPartition> partitions, boolean digested) {
    var ends = find(partitions);
    if (ends.size() < partitions.size()) {
      partitions.stream().filter(p -> !ends.containsKey(p)).forEach(p -> begin(p, digested));
      return find(partitions);
    }
    return ends;
  }

  private Map<TopicPartition, ChainEnd> find(Collection<TopicPartition> partitions) {
    var ends = new HashMap<TopicPartition, ChainEnd>();
    jdbc.query(
        """
        SELECT chain, topic, partition, base, next_offset, hash FROM chains
        WHERE (topic, partition) IN (SELECT * FROM unnest(?::text[], ?::int[]))
        """,
        row -> {
          var partition = new TopicPartition(row.getString(2), row.getInt(3));
          ends.put(
              partition,
              new ChainEnd(
                  new ChainEnd.Head(
                      row.getInt(1), partition, row.getLong(4), row.getLong(5), row.getBytes(6))));
        },
        partitions.stream().map(TopicPartition::topic).toArray(String[]::new),
        partitions.stream().map(TopicPartition::partition).toArray(Integer[]::new));
    return ends;
  }

  private void begin(TopicPartition partition, boolean digested) {
    jdbc.update(
        """
        INSERT INTO chains (topic, partition, digested, next_offset, hash) VALUES (?, ?, ?, 0, ?)
        ON CONFLICT DO NOTHING
        """,
        partition.topic(),
        partition.partition(),
        digested,
        Chain.genesis(partition.topic(), partition.partition()));
  }

  /**
   * Moves heads on, each from where it was found.
   *
   * @throws RetryableFailure where one is not there any more: somebody else, who may believe to own
   *     the partition still, linked on to it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void advance(Collection<ChainEnd> ends) {
    var grown = ends.stream().filter(end -> end.added() > 0).toList();
    int moved =
        jdbc.update(
            """
            UPDATE chains SET next_offset = to_offset, hash = to_hash, links = links + added
            FROM unnest(?::int[], ?::bigint[], ?::bytea[], ?::bigint[], ?::bytea[], ?::bigint[])
                AS moved (of, from_offset, from_hash, to_offset, to_hash, added)
            WHERE chain = of AND next_offset = from_offset AND hash = from_hash
            """,
            array(grown, ChainEnd::chain, Integer[]::new),
            array(grown, end -> end.found().nextOffset(), Long[]::new),
            array(grown, end -> end.found().hash(), byte[][]::new),
            array(grown, ChainEnd::nextOffset, Long[]::new),
            array(grown, ChainEnd::hash, byte[][]::new),
            array(grown, ChainEnd::added, Long[]::new));
    if (moved != grown.size()) {
      throw new RetryableFailure("a chain grew meanwhile", null);
    }
  }

  private static <T> T[] array(
      List<ChainEnd> ends, Function<ChainEnd, T> value, IntFunction<T[]> array) {
    return ends.stream().map(value).toArray(array);
  }
}
