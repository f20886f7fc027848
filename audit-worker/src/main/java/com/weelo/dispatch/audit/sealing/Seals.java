package com.weelo.dispatch.audit.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The seals, and what each found moved. */
@Repository
public class Seals {

  /** The columns that {@link #seal} reads. */
  public static final String COLUMNS =
      "number, sealed_at, previous, chains, root, public_key, signature";

  /** Of all that is locked in this database by a number, the making of seals. */
  private static final long LOCK = 0x7365616c; // "seal"

  private final JdbcTemplate jdbc;

  Seals(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A chain's head, and whether it moved since the last seal. */
  record FoundHead(SealedHead head, boolean moved) {}

  /** Nobody else makes a seal until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock() {
    jdbc.query("SELECT pg_advisory_xact_lock(?)", row -> {}, LOCK);
  }

  Optional<Seal> last() {
    return jdbc
        .query(
            "SELECT " + COLUMNS + " FROM seals ORDER BY number DESC LIMIT 1",
            (row, number) -> seal(row))
        .stream()
        .findAny();
  }

  /** In their order, at most so many. */
  List<Seal> after(long number, int limit) {
    return jdbc.query(
        "SELECT " + COLUMNS + " FROM seals WHERE number > ? ORDER BY number LIMIT ?",
        (row, rowNumber) -> seal(row),
        number,
        limit);
  }

  /** All heads at one moment. */
  List<FoundHead> heads() {
    return jdbc.query(
        """
        SELECT topic, partition, chains.next_offset, chains.hash,
               (chains.next_offset, chains.hash) IS DISTINCT FROM (sealed.next_offset, sealed.hash)
        FROM chains LEFT JOIN LATERAL
            (SELECT h.next_offset, h.hash FROM sealed_heads h
             WHERE h.topic = chains.topic AND h.partition = chains.partition
             ORDER BY seal DESC LIMIT 1) sealed ON true
        """,
        (row, number) ->
            new FoundHead(
                new SealedHead(row.getString(1), row.getInt(2), row.getLong(3), row.getBytes(4)),
                row.getBoolean(5)));
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Seal seal, List<SealedHead> moved) {
    jdbc.update(
        "INSERT INTO seals (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
        seal.number(),
        seal.sealedAt().atOffset(ZoneOffset.UTC),
        seal.previous(),
        seal.chains(),
        seal.root(),
        seal.publicKey(),
        seal.signature());
    jdbc.batchUpdate(
        "INSERT INTO sealed_heads (seal, topic, partition, next_offset, hash)"
            + " VALUES (?, ?, ?, ?, ?)",
        moved,
        1_000,
        (statement, head) -> {
          statement.setLong(1, seal.number());
          statement.setString(2, head.topic());
          statement.setInt(3, head.partition());
          statement.setLong(4, head.nextOffset());
          statement.setBytes(5, head.hash());
        });
  }

  /** From a row of {@link #COLUMNS}. */
  public static Seal seal(ResultSet row) throws SQLException {
    return new Seal(
        row.getLong("number"),
        row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
        row.getBytes("previous"),
        row.getInt("chains"),
        row.getBytes("root"),
        row.getBytes("public_key"),
        row.getBytes("signature"));
  }
}
