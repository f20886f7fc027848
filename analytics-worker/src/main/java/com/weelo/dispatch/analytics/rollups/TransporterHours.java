package com.weelo.dispatch.analytics.rollups;

import static java.time.temporal.ChronoUnit.HOURS;

import com.weelo.dispatch.analytics.facts.Fact;
import com.weelo.dispatch.events.TransporterId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What transporters were offered and made of it, by hour. */
@Repository
class TransporterHours {

  private record Key(Instant hour, String transporter, String vehicleType) {

    static Key of(Fact fact, TransporterId transporter) {
      return new Key(
          fact.occurredAt().truncatedTo(HOURS),
          transporter.value(),
          fact.vehicleType() == null ? "" : fact.vehicleType().code());
    }
  }

  private final JdbcTemplate jdbc;

  TransporterHours(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void add(List<Fact> facts) {
    var sums = new Sums<Key>(3);
    for (var fact : facts) {
      fact.offers().forEach(offer -> sums.add(Key.of(fact, offer.transporterId()), 1, 0, 0));
      var transporter = fact.transporterId();
      if (transporter != null) {
        switch (fact.eventType()) {
          case "booking.accepted", "truck.request.accepted" ->
              sums.add(Key.of(fact, transporter), 0, 1, 0);
          case "booking.cancelled" -> {
            if ("transporter".equals(fact.outcome())) {
              sums.add(Key.of(fact, transporter), 0, 0, 1);
            }
          }
          default -> {} // neither taken nor given back
        }
      }
    }
    if (!sums.isEmpty()) {
      write(sums);
    }
  }

  private void write(Sums<Key> sums) {
    jdbc.update(
        """
        INSERT INTO transporter_hours AS sums
        SELECT * FROM unnest(?::timestamptz[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
          ?::bigint[]) ORDER BY 1, 2, 3
        ON CONFLICT (hour, transporter_id, vehicle_type) DO UPDATE SET
          offered   = sums.offered + excluded.offered,
          accepted  = sums.accepted + excluded.accepted,
          cancelled = sums.cancelled + excluded.cancelled
        """,
        sums.keys(Key::hour),
        sums.keys(Key::transporter),
        sums.keys(Key::vehicleType),
        sums.numbers(0),
        sums.numbers(1),
        sums.numbers(2));
  }
}
