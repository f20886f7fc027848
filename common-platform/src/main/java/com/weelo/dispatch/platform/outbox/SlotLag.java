package com.weelo.dispatch.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.replication.LogSequenceNumber;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the slot's reader has yet to relay. A slot knows positions in the log, and a row only its
 * transaction; so each look notes what was visible at which position. All that was visible at a
 * position which the slot has passed is relayed, and whatever else is visible now is counted.
 *
 * <p>Hence nothing is counted, and no row read, while the slot passes each look's position before
 * the next look; and once it does not, what it passed since counts as waiting, too.
 */
final class SlotLag implements OutboxLag.Look {

  private static final String SLOT =
      """
      SELECT pg_current_wal_insert_lsn()::text AS written,
             pg_current_snapshot()::text AS visible,
             confirmed_flush_lsn::text AS confirmed,
             -- Transactions below had ended before what the slot has passed.
             greatest(1, pg_snapshot_xmax(pg_current_snapshot())::text::bigint
                           - age(catalog_xmin)) AS ended,
             greatest(0, pg_current_wal_lsn() - confirmed_flush_lsn) AS behind,
             coalesce(greatest(0, pg_current_wal_lsn() - restart_lsn), 0) AS retained
      FROM pg_replication_slots WHERE slot_name = ?
      """;

  private static final String WAITING =
      """
      SELECT count(*) AS waiting, extract(epoch FROM now() - min(created_at)) AS age
      FROM (SELECT created_at FROM outbox
            WHERE xid >= pg_snapshot_xmin(?::pg_snapshot)
              AND NOT pg_visible_in_snapshot(xid, ?::pg_snapshot)
            ORDER BY xid LIMIT %d) AS unrelayed
      """
          .formatted(OutboxLag.MOST_COUNTED);

  /** What was visible, all of it written before the position. */
  private record Mark(LogSequenceNumber position, String visible) {}

  private record Found(
      Mark mark, LogSequenceNumber confirmed, String relayedAtLeast, OutboxLag.Log log) {}

  private final JdbcTemplate jdbc;
  private final ReplicationSlot slot;
  private String relayed = "";
  private @Nullable Mark next;

  SlotLag(JdbcTemplate jdbc, ReplicationSlot slot) {
    this.jdbc = jdbc;
    this.slot = slot;
  }

  @Override
  public Optional<OutboxLag> look() {
    var found = found();
    slot.heartbeat(); // behind the mark, so that an idle relay comes past it
    if (next == null) {
      relayed = found.relayedAtLeast();
      next = found.mark();
      return Optional.empty();
    }
    if (found.confirmed().asLong() >= next.position().asLong()) {
      relayed = next.visible();
      next = found.mark();
      return Optional.of(new OutboxLag(0, Duration.ZERO, found.log()));
    }
    return Optional.ofNullable(
        jdbc.queryForObject(WAITING, (row, number) -> lag(row, found.log()), relayed, relayed));
  }

  private Found found() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            SLOT,
            (row, number) ->
                new Found(
                    new Mark(position(row, "written"), row.getString("visible")),
                    position(row, "confirmed"),
                    "%1$s:%1$s:".formatted(row.getString("ended")),
                    new OutboxLag.Log(row.getLong("behind"), row.getLong("retained"))),
            slot.name()));
  }

  private static LogSequenceNumber position(ResultSet row, String column) throws SQLException {
    return LogSequenceNumber.valueOf(row.getString(column));
  }

  private static OutboxLag lag(ResultSet row, OutboxLag.Log log) throws SQLException {
    return new OutboxLag(row.getLong("waiting"), PolledLag.age(row), log);
  }
}
