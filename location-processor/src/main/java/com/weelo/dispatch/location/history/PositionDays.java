package com.weelo.dispatch.location.history;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the history's days ahead of time, and drops those that are older than the retention. */
public class PositionDays {

  private static final Logger log = LoggerFactory.getLogger(PositionDays.class);
  private static final int DAYS_AHEAD = 3;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final Pattern NAME = Pattern.compile("positions_(\\d{8})");

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final Duration retention;

  public PositionDays(JdbcTemplate jdbc, Clock clock, Duration retention) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.retention = retention;
  }

  /** Makes also past days within the retention: offline buffers bring positions from there. */
  public void maintain() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var oldest = today.minusDays(retention.toDays());
    oldest.datesUntil(today.plusDays(DAYS_AHEAD + 1)).forEach(this::create);
    dropBefore(oldest);
  }

  private void create(LocalDate day) {
    jdbc.execute(
        "CREATE TABLE IF NOT EXISTS positions_%s PARTITION OF positions FOR VALUES FROM ('%s 00:00Z') TO ('%s 00:00Z')"
            .formatted(DAY.format(day), day, day.plusDays(1)));
  }

  private void dropBefore(LocalDate oldest) {
    var names =
        jdbc.queryForList(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'positions'::regclass",
            String.class);
    for (var name : names) {
      var day = NAME.matcher(name);
      if (day.matches() && LocalDate.parse(day.group(1), DAY).isBefore(oldest)) {
        jdbc.execute("DROP TABLE IF EXISTS " + name);
        log.info("Dropped {}: older than {} days", name, retention.toDays());
      }
    }
  }
}
