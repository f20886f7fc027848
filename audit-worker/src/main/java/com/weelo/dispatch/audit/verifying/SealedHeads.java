package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.sealing.Seal;
import com.weelo.dispatch.audit.sealing.SealedHead;
import com.weelo.dispatch.audit.sealing.Seals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * Seals and what they saw, as the snapshot of a verification has them; in pages, for they are many.
 */
final class SealedHeads {

  static final int PAGE = 500;

  private static final RowMapper<SeenHead> SEEN_HEAD =
      (row, number) ->
          new SeenHead(
              row.getLong("seal"),
              new SealedHead(
                  row.getString("topic"),
                  row.getInt("partition"),
                  row.getLong("next_offset"),
                  row.getBytes("hash")));

  private final JdbcOperations jdbc;

  SealedHeads(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A head, and the seal that found it moved. */
  record SeenHead(long seal, SealedHead head) {}

  /** A seal, and all that it found moved. */
  record SealWithHeads(Seal seal, List<SealedHead> moved) {}

  List<SealWithHeads> seals(long after, long upTo) {
    var seals =
        jdbc.query(
            "SELECT "
                + Seals.COLUMNS
                + " FROM seals WHERE number > ? AND number <= ? ORDER BY number LIMIT ?",
            (row, number) -> Seals.seal(row),
            after,
            upTo,
            PAGE);
    if (seals.isEmpty()) {
      return List.of();
    }
    var moved = movedBetween(seals.getFirst().number(), seals.getLast().number());
    return seals.stream()
        .map(seal -> new SealWithHeads(seal, moved.getOrDefault(seal.number(), List.of())))
        .toList();
  }

  private Map<Long, List<SealedHead>> movedBetween(long first, long last) {
    var moved = new LinkedHashMap<Long, List<SealedHead>>();
    jdbc.query(
            "SELECT seal, topic, partition, next_offset, hash FROM sealed_heads"
                + " WHERE seal BETWEEN ? AND ?",
            SEEN_HEAD,
            first,
            last)
        .forEach(
            seen -> moved.computeIfAbsent(seen.seal(), seal -> new ArrayList<>()).add(seen.head()));
    return moved;
  }

  /** Of one chain, in the order of seals. */
  List<SeenHead> of(StoredChain chain, long after, long upTo) {
    return jdbc.query(
        """
        SELECT seal, topic, partition, next_offset, hash FROM sealed_heads
        WHERE topic = ? AND partition = ? AND seal > ? AND seal <= ? ORDER BY seal LIMIT ?
        """,
        SEEN_HEAD,
        chain.topic(),
        chain.partition(),
        after,
        upTo,
        PAGE);
  }

  /** All heads as a seal saw them. */
  List<SealedHead> asSeenBy(long seal) {
    return jdbc
        .query(
            """
            SELECT DISTINCT ON (topic, partition) seal, topic, partition, next_offset, hash
            FROM sealed_heads WHERE seal <= ? ORDER BY topic, partition, seal DESC
            """,
            SEEN_HEAD,
            seal)
        .stream()
        .map(SeenHead::head)
        .toList();
  }
}
