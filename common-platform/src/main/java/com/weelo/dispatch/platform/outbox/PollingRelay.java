package com.weelo.dispatch.platform.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Reads the outbox by asking for it: for servers without logical decoding.
 *
 * <p>Each look takes the transactions from the last position up to the oldest one still running
 * (the snapshot's xmin), so none can appear behind it later. Within a look, rows go in the order of
 * {@code seq}: an aggregate's row is locked before its event is inserted, hence that is the order
 * of its changes. Two changes of one aggregate never fall into two looks in the wrong order: the
 * later one can only have been inserted after the earlier one committed.
 */
final class PollingRelay implements OutboxRelay {

  /** Any number does that no other lease of the database uses. */
  private static final long LEASE = 0x6f7574626f78L;

  private static final String ROWS =
      """
      SELECT event_id, event_type, event_version, event_key, correlation_id, traceparent, envelope
      FROM outbox WHERE xid >= ?::xid8 AND xid < ?::xid8 ORDER BY seq
      """;

  private final JdbcConnectionDetails database;
  private final OutboxProducer producer;
  private final OutboxMetrics metrics;
  private final Duration pollInterval;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  PollingRelay(
      JdbcConnectionDetails database,
      OutboxProducer producer,
      OutboxMetrics metrics,
      OutboxProperties properties) {
    this.database = database;
    this.producer = producer;
    this.metrics = metrics;
    this.pollInterval = properties.pollInterval();
  }

  @Override
  public void run() throws SQLException, InterruptedException {
    // Not from the pool: the lease ends with its connection.
    try (var connection =
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
      takeLease(connection);
      metrics.leads(true);
      var from = startingPosition(connection);
      do {
        var to = single(connection, "SELECT pg_snapshot_xmin(pg_current_snapshot())::text");
        if (relay(connection, from, to) > 0) {
          remember(connection, to);
        }
        from = to;
      } while (!closed.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  private int relay(Connection connection, String from, String to) throws SQLException {
    var sent = 0;
    try (var select = connection.prepareStatement(ROWS)) {
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
                metrics.relayed(0);
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

  private static void takeLease(Connection connection) throws SQLException {
    var taken = single(connection, "SELECT pg_try_advisory_lock(" + LEASE + ")::text");
    if (!taken.equals("true")) {
      throw new Standby();
    }
  }

  private static String startingPosition(Connection connection) throws SQLException {
    return single(
        connection, "SELECT coalesce((SELECT next_xid FROM outbox_polled), '0'::xid8)::text");
  }

  private static void remember(Connection connection, String position) throws SQLException {
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
  public void finish() {
    closed.countDown();
  }

  @Override
  public void close() {
    closed.countDown();
    metrics.leads(false);
    producer.close();
  }
}
