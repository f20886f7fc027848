package com.weelo.dispatch.audit.verifying;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Looks whether the record is as it was written: computes every hash anew, and compares with heads,
 * seals and the file outside. Needs no more than a connection that may read; works on one snapshot
 * of the database, while recording goes on, and in bounded memory.
 */
public final class ChainVerifier {

  private final DataSource database;
  private final Trust trust;
  private final Clock clock;

  public ChainVerifier(DataSource database, Trust trust, Clock clock) {
    this.database = database;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * @throws SQLException where the database does not answer
   */
  public Verification verify(Scope scope, Progress progress) throws SQLException {
    // First the file: what it holds now was in the database before.
    try (var file = trust.file() == null ? null : trust.file().read();
        var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      try {
        return new VerifyingSnapshot(connection, trust, file, progress, clock.instant())
            .verify(scope);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    }
  }
}
