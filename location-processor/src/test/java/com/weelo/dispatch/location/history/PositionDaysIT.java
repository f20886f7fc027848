package com.weelo.dispatch.location.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.platform.database.DayPartitions;
import com.weelo.dispatch.testing.TestStores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** In a database of its own, since days are dropped here. */
class PositionDaysIT {

  private static final Duration WEEK = Duration.ofDays(7);

  private final JdbcTemplate jdbc = emptyHistory();

  @Test
  void days_are_made_ahead_and_back_to_the_oldest_kept_and_dropped_before_it() {
    maintain("2031-03-10T09:00:00Z");
    assertThat(days("2031%"))
        .hasSize(11)
        .startsWith("positions_20310303")
        .endsWith("positions_20310313");

    maintain("2031-03-12T23:59:59Z");
    assertThat(days("2031%"))
        .hasSize(11)
        .startsWith("positions_20310305")
        .endsWith("positions_20310315");
  }

  private static JdbcTemplate emptyHistory() {
    var stores = TestStores.get();
    var name = "position_days_" + EventIds.next().toString().replace('-', '_');
    stores.createDatabase(name);
    var server = stores.postgres();
    var database =
        new DriverManagerDataSource(server.jdbcUrl(name), server.user(), server.password());
    new ResourceDatabasePopulator(new ClassPathResource("db/location/V1__positions.sql"))
        .execute(database);
    return new JdbcTemplate(database);
  }

  private void maintain(String now) {
    new DayPartitions(jdbc, "positions", Clock.fixed(Instant.parse(now), ZoneOffset.UTC), WEEK)
        .maintain();
  }

  private List<String> days(String pattern) {
    return jdbc.query(
        """
        SELECT inhrelid::regclass::text AS name FROM pg_inherits
        WHERE inhparent = 'positions'::regclass AND inhrelid::regclass::text LIKE ? ORDER BY name
        """,
        (row, number) -> row.getString("name"),
        "positions_" + pattern);
  }
}
