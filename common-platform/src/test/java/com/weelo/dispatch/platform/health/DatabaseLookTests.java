package com.weelo.dispatch.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class DatabaseLookTests {

  private final Pool pool = new Pool();
  private final DatabaseLook look = new DatabaseLook(pool);

  @Test
  void who_gets_no_connection_because_all_are_at_work_learns_nothing_new() {
    pool.failure = new SQLTransientConnectionException("all are at work");
    assertThat(look.get()).isEmpty();

    pool.failure = new SQLTransientConnectionException("none opens", refused());
    assertThat(look.get()).containsExactly("PostgreSQL does not answer");

    pool.failure = new SQLTransientConnectionException("all are at work");
    assertThat(look.get()).containsExactly("PostgreSQL does not answer");
  }

  @Test
  void what_refuses_connections_does_not_answer() {
    pool.failure = refused();

    assertThat(look.get()).containsExactly("PostgreSQL does not answer");
  }

  private static SQLException refused() {
    return new SQLException("refused", "08001", new ConnectException());
  }

  private static final class Pool extends AbstractDataSource {

    private SQLException failure = new SQLException();

    @Override
    public Connection getConnection() throws SQLException {
      throw failure;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      throw failure;
    }
  }
}
