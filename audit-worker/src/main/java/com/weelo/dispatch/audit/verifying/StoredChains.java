package com.weelo.dispatch.audit.verifying;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** All chains that the database has. */
final class StoredChains {

  private StoredChains() {}

  static List<StoredChain> all(JdbcOperations jdbc) {
    return jdbc.query(
        """
        SELECT chain, topic, partition, digested, chains.next_offset, hash, links,
               coalesce((SELECT base + max(read.next_offset) FROM consumed_offsets read
                         WHERE read.topic = chains.topic AND read.partition = chains.partition), 0)
        FROM chains ORDER BY topic, partition
        """,
        (row, number) ->
            new StoredChain(
                row.getInt(1),
                row.getString(2),
                row.getInt(3),
                row.getBoolean(4) ? Links.DIGESTS : Links.RECORDS,
                row.getLong(5),
                row.getBytes(6),
                row.getLong(7),
                row.getLong(8)));
  }
}
