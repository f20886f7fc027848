package com.weelo.dispatch.platform.outbox;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Whether others see a transaction. Its commit stands in the log, and is decoded, a moment before:
 * PostgreSQL makes it visible only once the log is on disk, and on its standbys where it waits for
 * those. Whoever hears of an event must find what it tells of.
 */
final class CommitVisibility implements AutoCloseable {

  private static final long BETWEEN_LOOKS = TimeUnit.MICROSECONDS.toNanos(200);

  private static final String IN_PROGRESS =
      """
      SELECT EXISTS (
        SELECT FROM unnest(?::text[]) AS written (xid)
        WHERE pg_xact_status(written.xid::xid8) = 'in progress')
      """;

  private final Connection connection;
  private volatile boolean open = true;

  private CommitVisibility(Connection connection) {
    this.connection = connection;
  }

  /** Not from the pool: a crowd of requests must not hold the events back. */
  static CommitVisibility open(JdbcConnectionDetails database) throws SQLException {
    return new CommitVisibility(
        DriverManager.getConnection(
            database.getJdbcUrl(), database.getUsername(), database.getPassword()));
  }

  /** Waits, while this is open, until whoever begins to read sees what the transactions wrote. */
  void await(Collection<String> transactions) throws SQLException {
    try (var query = connection.prepareStatement(IN_PROGRESS)) {
      query.setArray(1, connection.createArrayOf("text", transactions.toArray()));
      while (open && isTrue(query)) {
        LockSupport.parkNanos(BETWEEN_LOOKS);
      }
    }
  }

  private static boolean isTrue(PreparedStatement query) throws SQLException {
    try (var row = query.executeQuery()) {
      return row.next() && row.getBoolean(1);
    }
  }

  @Override
  public void close() {
    open = false;
    JdbcUtils.closeConnection(connection);
  }
}
