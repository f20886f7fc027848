package com.weelo.dispatch.analytics.journeys;

import com.weelo.dispatch.analytics.facts.Cells;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.platform.database.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lives of bookings, each in one row. */
@Repository
public class Journeys {

  /** Answers the bookings of which creation and acceptance are known now and were not before. */
  private static final String MERGE =
      """
      INSERT INTO journeys AS known
      SELECT * FROM incoming_journeys ORDER BY booking_id
      ON CONFLICT (booking_id) DO UPDATE SET
        vehicle_type   = coalesce(known.vehicle_type, excluded.vehicle_type),
        cell           = coalesce(known.cell, excluded.cell),
        transporter_id = CASE WHEN excluded.accepted_at <= known.accepted_at
                              THEN excluded.transporter_id
                              ELSE coalesce(known.transporter_id, excluded.transporter_id) END,
        created_at     = least(known.created_at, excluded.created_at),
        offered_at     = least(known.offered_at, excluded.offered_at),
        accepted_at    = least(known.accepted_at, excluded.accepted_at),
        assigned_at    = least(known.assigned_at, excluded.assigned_at),
        completed_at   = least(known.completed_at, excluded.completed_at),
        expired_at     = least(known.expired_at, excluded.expired_at),
        cancelled_at   = least(known.cancelled_at, excluded.cancelled_at)
      RETURNING new.vehicle_type, new.created_at, new.accepted_at,
        new.created_at IS NOT NULL AND new.accepted_at IS NOT NULL
          AND (old.created_at IS NULL OR old.accepted_at IS NULL) AS accepted_now
      """;

  private final JdbcTemplate jdbc;
  private final JourneyPolicy policy;

  Journeys(JdbcTemplate jdbc, Cells cells) {
    this.jdbc = jdbc;
    this.policy = new JourneyPolicy(cells);
  }

  /**
   * Takes in what events tell, in the caller's transaction.
   *
   * @return the acceptances that became known
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Acceptance> follow(List<EventEnvelope<DomainEvent>> events) {
    var journeys = new TreeMap<String, Journey>();
    for (var event : events) {
      policy
          .bookingOf(event.data())
          .ifPresent(booking ->
              policy.tell(
                  journeys.computeIfAbsent(booking.value(), id -> new Journey(booking)), event));
    }
    return journeys.isEmpty() ? List.of() : merge(journeys.values());
  }

  private List<Acceptance> merge(Collection<Journey> journeys) {
    jdbc.execute(
        "CREATE TEMPORARY TABLE IF NOT EXISTS incoming_journeys (LIKE journeys)"
            + " ON COMMIT DELETE ROWS");
    rows(journeys).into(jdbc, "incoming_journeys");
    return jdbc.query(MERGE, (row, number) -> acceptance(row)).stream()
        .filter(Objects::nonNull)
        .toList();
  }

  private static CopyRows rows(Collection<Journey> journeys) {
    var rows = new CopyRows(4 + Milestone.values().length);
    for (var journey : journeys) {
      var type = journey.vehicleType();
      var transporter = journey.transporter();
      rows.row()
          .text(journey.booking().value())
          .text(type == null ? null : type.code())
          .int8(journey.cell())
          .text(transporter == null ? null : transporter.value());
      for (var milestone : Milestone.values()) {
        rows.time(journey.at(milestone));
      }
    }
    return rows;
  }

  @SuppressWarnings("NullAway") // a booking that was created has a type; nulls are filtered out
  private static Acceptance acceptance(ResultSet row) throws SQLException {
    if (!row.getBoolean("accepted_now")) {
      return null;
    }
    var created = row.getTimestamp("created_at").toInstant();
    var accepted = row.getTimestamp("accepted_at").toInstant();
    return new Acceptance(
        row.getString("vehicle_type"), created, Duration.between(created, accepted));
  }
}
