package com.weelo.dispatch.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the outbox's days ahead of time and drops those that are relayed and old enough. */
final class OutboxPartitions {

  private static final Logger log = LoggerFactory.getLogger(OutboxPartitions.class);
  private static final int DAYS_AHEAD = 3;
  private static final Pattern NAME = Pattern.compile("outbox_(\\d{4})(\\d{2})(\\d{2})");

  private final JdbcTemplate jdbc;
  private final ReplicationSlot slot;
  private final Clock clock;
  private final Duration retention;

  /**
   * The log's end at the last look: once the slot is past it, all that was written before is
   * relayed.
   */
  private @Nullable String endAtLastLook;

  OutboxPartitions(JdbcTemplate jdbc, ReplicationSlot slot, Clock clock, Duration retention) {
    this.jdbc = jdbc;
    this.slot = slot;
    this.clock = clock;
    this.retention = retention;
  }

  synchronized void maintain() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    for (var ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      create(today.plusDays(ahead));
    }
    if (relayedUpToLastLook()) {
      dropBefore(today.minusDays(retention.toDays()));
    }
    endAtLastLook = jdbc.queryForObject("SELECT pg_current_wal_lsn()::text", String.class);
  }

  private void create(LocalDate day) {
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS %s PARTITION OF outbox FOR VALUES FROM ('%s 00:00Z') TO ('%s 00:00Z')"
            .formatted(name(day), day, day.plusDays(1)));
  }

  private boolean relayedUpToLastLook() {
    return endAtLastLook != null
        && Boolean.TRUE.equals(
            jdbc.queryForObject(
                """
                SELECT coalesce((SELECT confirmed_flush_lsn >= ?::pg_lsn FROM pg_replication_slots
                                 WHERE slot_name = ?), false)
                """,
                Boolean.class,
                endAtLastLook,
                slot.name()));
  }

  private void dropBefore(LocalDate oldest) {
    var names =
        jdbc.queryForList(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'outbox'::regclass",
            String.class);
    for (var name : names) {
      var day = NAME.matcher(name);
      if (day.matches()
          && LocalDate.parse(String.join("-", day.group(1), day.group(2), day.group(3)))
              .isBefore(oldest)) {
        jdbc.execute("DROP TABLE " + name);
        log.info("Dropped {}: relayed, and older than {} days", name, retention.toDays());
      }
    }
  }

  private static String name(LocalDate day) {
    return "outbox_" + day.toString().replace("-", "");
  }
}
