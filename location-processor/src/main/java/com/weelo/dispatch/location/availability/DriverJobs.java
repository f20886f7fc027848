package com.weelo.dispatch.location.availability;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TripStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The jobs of all drivers, as the newest event of each assignment tells. */
@Repository
public class DriverJobs {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  DriverJobs(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Takes what the event tells, unless a newer one was heard before. */
  void hear(AssignmentEvent event, long version) {
    jdbc.update(
        """
        INSERT INTO driver_jobs AS known (assignment_id, driver_id, version, active, heard_at)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (assignment_id) DO UPDATE SET
          version = excluded.version, active = excluded.active, heard_at = excluded.heard_at
        WHERE known.version < excluded.version
        """,
        event.assignmentId().value(),
        event.driverId().value(),
        version,
        isActive(event.status()),
        clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static boolean isActive(TripStatus status) {
    return status != TripStatus.DELIVERED && status != TripStatus.CANCELLED;
  }

  boolean has(DriverId driver) {
    return !jdbc.queryForList(
            "SELECT 1 FROM driver_jobs WHERE driver_id = ? AND active LIMIT 1", driver.value())
        .isEmpty();
  }

  /** Forgets what was over before. */
  public void forgetBefore(Instant time) {
    jdbc.update(
        "DELETE FROM driver_jobs WHERE NOT active AND heard_at < ?", time.atOffset(ZoneOffset.UTC));
  }
}
