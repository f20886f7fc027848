package com.weelo.dispatch.analytics.rollups;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.weelo.dispatch.analytics.facts.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Bookings that were made, and that nobody took, by minute and cell. */
@Repository
class DemandMinutes {

  private static final String CREATED = "booking.created";
  private static final String EXPIRED = "booking.expired";

  private record Key(Instant minute, long cell, String vehicleType) {

    static Key of(Fact fact) {
      return new Key(
          fact.occurredAt().truncatedTo(MINUTES),
          Objects.requireNonNull(fact.cell()),
          Objects.requireNonNull(fact.vehicleType()).code());
    }
  }

  private final JdbcTemplate jdbc;

  DemandMinutes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(List<Fact> facts) {
    var sums = new Sums<Key>(2);
    for (var fact : facts) {
      switch (fact.eventType()) {
        case CREATED -> sums.add(Key.of(fact), 1, 0);
        case EXPIRED -> sums.add(Key.of(fact), 0, 1);
        default -> {} // says nothing of demand
      }
    }
    if (!sums.isEmpty()) {
      jdbc.update(
          """
          INSERT INTO demand_minutes AS sums
          SELECT * FROM unnest(?::timestamptz[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[])
          ORDER BY 1, 2, 3
          ON CONFLICT (minute, cell, vehicle_type) DO UPDATE SET
            created = sums.created + excluded.created,
            expired = sums.expired + excluded.expired
          """,
          sums.keys(Key::minute),
          sums.keys(Key::cell),
          sums.keys(Key::vehicleType),
          sums.numbers(0),
          sums.numbers(1));
    }
  }
}
