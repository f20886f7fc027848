package com.weelo.dispatch.platform.database;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table's days (UTC): made ahead of time and back to the oldest kept, for late rows come from
 * there; dropped when they are older.
 */
public final class DayPartitions {

  private static final Logger log = LoggerFactory.getLogger(DayPartitions.class);
  private static final int DAYS_AHEAD = 3;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final JdbcTemplate jdbc;
  private final String table;
  private final Pattern name;
  private final Clock clock;
  private final Duration retention;

  /**
   * @param table partitioned by range of a {@code timestamptz}
   * @param retention how long a day is kept, in whole days
   */
  public DayPartitions(JdbcTemplate jdbc, String table, Clock clock, Duration retention) {
    this.jdbc = jdbc;
    this.table = table;
    this.name = Pattern.compile(Pattern.quote(table) + "_(\\d{8})");
    this.clock = clock;
    this.retention = retention;
  }

  /** Makes what is missing and drops what is too old. */
  public void maintain() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var oldest = today.minusDays(retention.toDays());
    oldest.datesUntil(today.plusDays(DAYS_AHEAD + 1)).forEach(this::create);
    dropBefore(oldest);
  }

  private void create(LocalDate day) {
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS %1$s_%2$s PARTITION OF %1$s FOR VALUES FROM ('%3$s 00:00Z') TO ('%4$s 00:00Z')"
            .formatted(table, DAY.format(day), day, day.plusDays(1)));
  }

  private void dropBefore(LocalDate oldest) {
    var partitions =
        jdbc.queryForList(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = ?::regclass",
            String.class,
            table);
    for (var partition : partitions) {
      var day = name.matcher(partition);
      if (day.matches() && LocalDate.parse(day.group(1), DAY).isBefore(oldest)) {
        jdbc.execute("DROP TABLE IF EXISTS " + partition);
        log.info("Dropped {}: older than {} days", partition, retention.toDays());
      }
    }
  }
}
