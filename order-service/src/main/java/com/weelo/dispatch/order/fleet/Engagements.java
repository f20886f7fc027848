package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.AssignmentId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What vehicles are taken for. That a truck is taken once is a partial unique index; of two who
 * want it at the same instant the second waits for the first one's transaction.
 */
@Repository
class Engagements {

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Engagements(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes vehicles, those that are not taken already.
   *
   * @return those that were taken now
   */
  Set<String> begin(
      Collection<Vehicle> vehicles, @Nullable String hold, @Nullable AssignmentId assignment) {
    // In one order for all, so that no two transactions wait for each other.
    return new HashSet<>(
        jdbc.queryForList(
            """
            INSERT INTO vehicle_engagements
              (vehicle_id, registration, hold_id, assignment_id, began_at)
            SELECT vehicle_id, registration, ?, ?, ?
            FROM unnest(?::text[], ?::text[]) AS wanted (vehicle_id, registration)
            ORDER BY registration
            ON CONFLICT (registration) WHERE ended_at IS NULL DO NOTHING
            RETURNING vehicle_id
            """,
            String.class,
            hold,
            assignment == null ? null : assignment.value(),
            now(),
            column(vehicles, vehicle -> vehicle.id().value()),
            column(vehicles, vehicle -> vehicle.registration().plate())));
  }

  private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }

  /**
   * A hold's vehicles go on their jobs, those that it has and that are on none.
   *
   * @param jobs by vehicle
   * @return those that went
   */
  Set<String> assign(String hold, Map<String, AssignmentId> jobs) {
    return new HashSet<>(
        jdbc.queryForList(
            """
            UPDATE vehicle_engagements e SET assignment_id = job.assignment_id
            FROM unnest(?::text[], ?::text[]) AS job (vehicle_id, assignment_id)
            WHERE e.hold_id = ? AND e.vehicle_id = job.vehicle_id
              AND e.assignment_id IS NULL AND e.ended_at IS NULL
            RETURNING e.vehicle_id
            """,
            String.class,
            column(jobs.entrySet(), Map.Entry::getKey),
            column(jobs.entrySet(), job -> job.getValue().value()),
            hold));
  }

  /** What a hold has and did not assign is free again. */
  void endOf(String hold) {
    jdbc.update(
        """
        UPDATE vehicle_engagements SET ended_at = ?
        WHERE hold_id = ? AND assignment_id IS NULL AND ended_at IS NULL
        """,
        now(),
        hold);
  }

  void endOf(Collection<AssignmentId> assignments) {
    jdbc.update(
        """
        UPDATE vehicle_engagements SET ended_at = ?
        WHERE assignment_id = ANY (?) AND ended_at IS NULL
        """,
        now(),
        assignments.stream().map(AssignmentId::value).toArray(String[]::new));
  }

  /** Forgets what was over before. */
  void forgetBefore(Instant time) {
    jdbc.update(
        "DELETE FROM vehicle_engagements WHERE began_at < ? AND ended_at IS NOT NULL",
        time.atOffset(ZoneOffset.UTC));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
