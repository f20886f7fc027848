package com.weelo.dispatch.analytics.journeys;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.platform.database.CopyRows;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The lives of assignments, each in one row: when a vehicle was busy. */
@Repository
public class Trips {

  private static final String MERGE =
      """
      INSERT INTO trips AS known
      SELECT assignment_id, min(subject_id), min(transporter_id), min(vehicle_id), min(driver_id),
        min(vehicle_type), min(assigned_at), min(ended_at), min(outcome)
      FROM incoming_trips GROUP BY assignment_id ORDER BY assignment_id
      ON CONFLICT (assignment_id) DO UPDATE SET
        assigned_at = least(known.assigned_at, excluded.assigned_at),
        ended_at    = least(known.ended_at, excluded.ended_at),
        outcome     = coalesce(known.outcome, excluded.outcome)
      """;

  private final JdbcTemplate jdbc;

  Trips(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes in what events tell, in the caller's transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(List<EventEnvelope<DomainEvent>> events) {
    var rows = new CopyRows(9);
    var any = false;
    for (var event : events) {
      switch (event.data()) {
        case AssignmentEvent.Created created -> {
          row(rows, created, created.vehicleId().value(), created.vehicleType().code())
              .time(event.timestamp())
              .time(null)
              .text(null);
          any = true;
        }
        case AssignmentEvent.Updated updated -> {
          var end = isOver(updated) ? event.timestamp() : null;
          row(rows, updated, updated.vehicleId().value(), updated.vehicleType().code())
              .time(null)
              .time(end)
              .text(end == null ? null : updated.status().code());
          any = true;
        }
        default -> {} // no other event moves a vehicle
      }
    }
    if (any) {
      jdbc.execute(
          "CREATE TEMPORARY TABLE IF NOT EXISTS incoming_trips (LIKE trips) ON COMMIT DELETE ROWS");
      rows.into(jdbc, "incoming_trips");
      jdbc.update(MERGE);
    }
  }

  private static CopyRows row(
      CopyRows rows, AssignmentEvent event, String vehicle, String vehicleType) {
    return rows.row()
        .text(event.assignmentId().value())
        .text(event.key())
        .text(event.transporterId().value())
        .text(vehicle)
        .text(event.driverId().value())
        .text(vehicleType);
  }

  private static boolean isOver(AssignmentEvent.Updated updated) {
    return updated.status() == TripStatus.DELIVERED || updated.status() == TripStatus.CANCELLED;
  }
}
