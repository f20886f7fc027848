package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuitePorts;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What booking-service's database shows of the assignments that it has read. */
final class TripsRead {

  private final JdbcTemplate jdbc;

  TripsRead(SuitePorts ports) {
    this.jdbc =
        new JdbcTemplate(
            new DriverManagerDataSource(
                SuiteDatabases.url("booking", ports),
                SuiteDatabases.USER,
                SuiteDatabases.PASSWORD));
  }

  /** As one whose transaction was lost, or undone by the restore of an old copy. */
  void forget(UUID event) {
    jdbc.update("DELETE FROM processed_events WHERE event_id = ?", event);
    jdbc.update("DELETE FROM booking_history WHERE event_id = ?", event);
  }

  /** Read event by event. */
  boolean hasFollowed(UUID event) {
    return has("SELECT count(*) FROM processed_events WHERE event_id = ?", event);
  }

  /** Read in batches. */
  boolean hasRecorded(UUID event) {
    return has("SELECT count(*) FROM booking_history WHERE event_id = ?", event);
  }

  private boolean has(String rows, UUID event) {
    return Long.valueOf(1).equals(jdbc.queryForObject(rows, Long.class, event));
  }
}
