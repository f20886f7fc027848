package com.weelo.dispatch.analytics.rollups;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.weelo.dispatch.analytics.facts.Fact;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Events by minute. */
@Repository
class EventMinutes {

  private record Key(
      Instant minute, String eventType, String vehicleType, String outcome, String currency) {

    static Key of(Fact fact) {
      return new Key(
          fact.occurredAt().truncatedTo(MINUTES),
          fact.eventType(),
          fact.vehicleType() == null ? "" : fact.vehicleType().code(),
          fact.outcome() == null ? "" : fact.outcome(),
          fact.amount() == null ? "" : fact.amount().currency());
    }
  }

  private final JdbcTemplate jdbc;

  EventMinutes(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(List<Fact> facts) {
    var sums = new Sums<Key>(3);
    for (var fact : facts) {
      sums.add(
          Key.of(fact),
          1,
          fact.quantityOrOne(),
          fact.amount() == null ? 0 : fact.amount().amountMinor());
    }
    if (!sums.isEmpty()) {
      jdbc.update(
          """
          INSERT INTO event_minutes AS sums
          SELECT * FROM unnest(?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
            ?::bigint[], ?::bigint[], ?::bigint[]) ORDER BY 1, 2, 3, 4, 5
          ON CONFLICT (minute, event_type, vehicle_type, outcome, currency) DO UPDATE SET
            events       = sums.events + excluded.events,
            quantity     = sums.quantity + excluded.quantity,
            amount_minor = sums.amount_minor + excluded.amount_minor
          """,
          sums.keys(Key::minute),
          sums.keys(Key::eventType),
          sums.keys(Key::vehicleType),
          sums.keys(Key::outcome),
          sums.keys(Key::currency),
          sums.numbers(0),
          sums.numbers(1),
          sums.numbers(2));
    }
  }
}
