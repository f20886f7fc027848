package com.weelo.dispatch.platform.health;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether PostgreSQL answers. Who waits in vain for one of the pool's connections, because all are
 * at work, learns nothing of PostgreSQL: to send callers elsewhere then would only move the load.
 */
final class DatabaseLook implements Supplier<List<String>> {

  private static final Logger log = LoggerFactory.getLogger(DatabaseLook.class);

  private static final int PATIENCE_SECONDS = 2;
  private static final List<String> AWAY = List.of("PostgreSQL does not answer");

  private final DataSource database;
  private List<String> last = List.of();

  DatabaseLook(DataSource database) {
    this.database = database;
  }

  @Override
  public synchronized List<String> get() {
    try (var connection = database.getConnection()) {
      last = connection.isValid(PATIENCE_SECONDS) ? List.of() : AWAY;
    } catch (SQLException e) {
      if (!isPoolBusy(e)) {
        log.debug("PostgreSQL does not answer", e);
        last = AWAY;
      }
    }
    return last;
  }

  /** The pool names a cause where it tried in vain to open a connection. */
  private static boolean isPoolBusy(SQLException e) {
    return e instanceof SQLTransientConnectionException && e.getCause() == null;
  }
}
