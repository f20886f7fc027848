package com.weelo.dispatch.platform.outbox;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The slot that remembers how far the outbox has been relayed. */
final class ReplicationSlot {

  private static final Logger log = LoggerFactory.getLogger(ReplicationSlot.class);

  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(20);

  private final JdbcTemplate jdbc;
  private final String configuredName;
  private final Runnable beforeItIsMade;

  /**
   * @param beforeItIsMade called however often somebody tries to make it
   */
  ReplicationSlot(JdbcTemplate jdbc, String configuredName, Runnable beforeItIsMade) {
    this.jdbc = jdbc;
    this.configuredName = configuredName;
    this.beforeItIsMade = beforeItIsMade;
  }

  String name() {
    return configuredName.isEmpty()
        ? "outbox_" + jdbc.queryForObject("SELECT current_database()", String.class)
        : configuredName;
  }

  /**
   * Returns once the slot is there and usable, which it is not any more once PostgreSQL has thrown
   * away the log that it still needed. PostgreSQL waits for every running transaction while it
   * makes a slot; the slot is listed by then already.
   */
  void createIfAbsent() {
    dropIfLost();
    while (!isUsable()) {
      if (!exists()) {
        beforeItIsMade.run();
        create();
      }
      LockSupport.parkNanos(BETWEEN_LOOKS);
    }
  }

  private void dropIfLost() {
    var dropped =
        jdbc.queryForList(
            """
            SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots
            WHERE slot_name = ? AND wal_status = 'lost' AND NOT active
            """,
            name());
    if (!dropped.isEmpty()) {
      log.error("Slot {} was given up by PostgreSQL, its log is gone: it is made anew", name());
    }
  }

  private boolean exists() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "SELECT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = ?)",
            Boolean.class,
            name()));
  }

  private boolean isUsable() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            """
            SELECT EXISTS (
              SELECT FROM pg_replication_slots
              WHERE slot_name = ? AND confirmed_flush_lsn IS NOT NULL)
            """,
            Boolean.class,
            name()));
  }

  private void create() {
    try {
      jdbc.queryForList(
          """
          SELECT pg_create_logical_replication_slot(?, 'pgoutput')
          WHERE NOT EXISTS (SELECT FROM pg_replication_slots WHERE slot_name = ?)
          """,
          name(),
          name());
    } catch (DuplicateKeyException e) {
      log.debug("Another instance made the slot at the same moment", e);
    }
  }

  /** Writes a message to the log that the slot's reader will come across. */
  void heartbeat() {
    try {
      jdbc.queryForObject(
          "SELECT pg_logical_emit_message(false, 'outbox', '')::text", String.class);
    } catch (DataAccessException e) {
      log.debug("No heartbeat, the database is away", e);
    }
  }
}
