package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.platform.outbox.OutboxRelay.Standby;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * The outbox read as a table, from where it was read to last: a lease lets one instance do so at a
 * time, and it ends with its connection.
 *
 * <p>A pass takes the rows of all transactions below the snapshot's xmin. Those can not grow any
 * more, and the rows of one aggregate are in the order of their numbers: a later one can only have
 * been inserted after the earlier one committed.
 */
final class OutboxTable implements AutoCloseable {

  /** Any number does that no other lease of the database uses. */
  private static final long LEASE = 0x6f7574626f78L;

  private static final String ROWS =
      """
      SELECT event_id, event_type, event_version, event_key, correlation_id, traceparent, envelope
      FROM outbox WHERE xid >= ?::xid8 AND xid < ?::xid8 ORDER BY seq
      """;

  /** A table may hold days: not all of it in memory. */
  private static final int ROWS_AT_ONCE = 500;

  private final Connection connection;
  private final OutboxProducer producer;

  private OutboxTable(Connection connection, OutboxProducer producer) {
    this.connection = connection;
    this.producer = producer;
  }

  /**
   * Takes the lease, or throws {@link Standby} where another instance has it.
   *
   * @param producers opens one, once the lease is taken
   */
  static OutboxTable open(JdbcConnectionDetails database, Supplier<OutboxProducer> producers)
      throws SQLException {
    // Not from the pool: the lease ends with its connection.
    var connection =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword());
    try {
      if (!single(connection, "SELECT pg_try_advisory_lock(" + LEASE + ")::text").equals("true")) {
        throw new Standby();
      }
      connection.setAutoCommit(false); // else the driver reads all rows before it hands out one
      return new OutboxTable(connection, producers.get());
    } catch (SQLException | RuntimeException e) {
      JdbcUtils.closeConnection(connection);
      throw e;
    }
  }

  /** From now on nobody knows how much of the table was relayed: all of it is read again. */
  static void forgetPosition(JdbcTemplate jdbc) {
    jdbc.update("DELETE FROM outbox_polled");
  }

  /** Whether all of it was read, since somebody last forgot how far. */
  static boolean wasRead(JdbcTemplate jdbc) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject("SELECT EXISTS (SELECT FROM outbox_polled)", Boolean.class));
  }

  /**
   * Sends what has come since the last pass, and returns once Kafka has it.
   *
   * @return how many events
   */
  int relayNew(Runnable relayed) throws SQLException {
    var from =
        single(
            connection, "SELECT coalesce((SELECT next_xid FROM outbox_polled), '0'::xid8)::text");
    var to = single(connection, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text");
    var sent = relay(from, to, relayed);
    if (sent > 0 || from.equals("0")) {
      remember(to);
    }
    connection.commit();
    return sent;
  }

  private int relay(String from, String to, Runnable relayed) throws SQLException {
    var failure = new AtomicReference<@Nullable Exception>();
    var sent = 0;
    try (var select = connection.prepareStatement(ROWS)) {
      select.setFetchSize(ROWS_AT_ONCE);
      select.setString(1, from);
      select.setString(2, to);
      var rows = select.executeQuery();
      while (rows.next()) {
        producer.send(
            OutboxRow.of(rows),
            (metadata, error) -> {
              if (error != null) {
                failure.set(error);
              } else {
                relayed.run();
              }
            });
        sent++;
      }
    }
    if (sent > 0) {
      producer.flush();
    }
    var refused = failure.get();
    if (refused != null) {
      throw new IllegalStateException("Kafka refused an event: " + refused.getMessage(), refused);
    }
    return sent;
  }

  private void remember(String position) throws SQLException {
    try (var upsert =
        connection.prepareStatement(
            """
            INSERT INTO outbox_polled (next_xid) VALUES (?::xid8)
            ON CONFLICT (only_row) DO UPDATE SET next_xid = excluded.next_xid
            """)) {
      upsert.setString(1, position);
      upsert.executeUpdate();
    }
  }

  private static String single(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() {
    producer.close();
    JdbcUtils.closeConnection(connection);
  }
}
