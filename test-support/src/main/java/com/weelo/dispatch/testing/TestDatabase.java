package com.weelo.dispatch.testing;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.stores.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A database that lives as long as one Spring context. */
record TestDatabase(Stores.Postgres server, String name) {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static TestDatabase create(Stores stores, String name) {
    stores.createDatabase(name);
    return new TestDatabase(stores.postgres(), name);
  }

  String jdbcUrl() {
    return server.jdbcUrl(name);
  }

  /** Drops it with its replication slots, which would otherwise hold back WAL and a place. */
  void drop() {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      await()
          .pollInSameThread()
          .atMost(PATIENCE)
          .ignoreException(SQLException.class) // a slot's reader takes a moment to let go of it
          .until(() -> dropSlots(connection));
      statement.execute("drop database if exists " + name + " with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException("Database " + name + " could not be dropped", e);
    }
  }

  private boolean dropSlots(Connection connection) throws SQLException {
    execute(
        connection,
        "select pg_terminate_backend(active_pid) from pg_replication_slots"
            + " where database = ? and active");
    execute(
        connection,
        "select pg_drop_replication_slot(slot_name) from pg_replication_slots"
            + " where database = ?");
    return true;
  }

  private void execute(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          results.getObject(1);
        }
      }
    }
  }
}
