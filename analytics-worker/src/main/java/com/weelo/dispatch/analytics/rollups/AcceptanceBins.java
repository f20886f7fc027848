package com.weelo.dispatch.analytics.rollups;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.weelo.dispatch.analytics.journeys.Acceptance;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How long bookings waited for their acceptance, by the minute in which they were made. */
@Repository
class AcceptanceBins {

  /** What bookings are counted by. */
  record Key(Instant minute, String vehicleType, int bin) {

    static Key of(Acceptance acceptance) {
      return new Key(
          acceptance.createdAt().truncatedTo(MINUTES),
          acceptance.vehicleType(),
          WaitSketch.binOf(acceptance.waited()));
    }
  }

  private final JdbcTemplate jdbc;

  AcceptanceBins(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(List<Acceptance> acceptances) {
    var sums = new Sums<Key>(1);
    acceptances.forEach(acceptance -> sums.add(Key.of(acceptance), 1));
    if (!sums.isEmpty()) {
      jdbc.update(
          """
          INSERT INTO acceptance_bins AS sums
          SELECT * FROM unnest(?::timestamptz[], ?::text[], ?::int[], ?::bigint[]) ORDER BY 1, 2, 3
          ON CONFLICT (minute, vehicle_type, bin) DO UPDATE SET
            bookings = sums.bookings + excluded.bookings
          """,
          sums.keys(Key::minute),
          sums.keys(Key::vehicleType),
          sums.keys(Key::bin),
          sums.numbers(0));
    }
  }
}
