package com.weelo.dispatch.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the polling relay has yet to relay: all from where it remembers to have come. */
final class PolledLag implements OutboxLag.Look {

  private static final String WAITING =
      """
      SELECT count(*) AS waiting, extract(epoch FROM now() - min(created_at)) AS age
      FROM (SELECT created_at FROM outbox
            WHERE xid >= coalesce((SELECT next_xid FROM outbox_polled), '0'::xid8)
            ORDER BY xid LIMIT %d) AS unrelayed
      """
          .formatted(OutboxLag.MOST_COUNTED);

  private final JdbcTemplate jdbc;

  PolledLag(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<OutboxLag> look() {
    return Optional.ofNullable(
        jdbc.queryForObject(
            WAITING, (row, number) -> new OutboxLag(row.getLong("waiting"), age(row), null)));
  }

  /** By the database's clock on both ends; zero where nothing waits. */
  static Duration age(ResultSet row) throws SQLException {
    return Duration.ofMillis(Math.max(0, Math.round(row.getDouble("age") * 1_000)));
  }
}
