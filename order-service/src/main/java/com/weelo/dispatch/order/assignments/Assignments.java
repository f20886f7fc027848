package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All assignments. That a driver is on one job at a time is a partial unique index. */
@Repository
class Assignments {

  private static final String ACTIVE = "status NOT IN ('delivered', 'cancelled')";

  private final JdbcTemplate jdbc;

  Assignments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Inserts new assignments, but for those whose driver is on a job. Of two that want a driver at
   * the same instant the second waits for the first one's transaction.
   *
   * @return the drivers who were not on a job
   */
  Set<DriverId> insert(Collection<Assignment> assignments) {
    // In one order for all, so that no two transactions wait for each other.
    return new HashSet<>(
        jdbc.query(
            """
            INSERT INTO assignments (
              id, booking_id, order_id, truck_request_id, customer_id, transporter_id, vehicle_id,
              vehicle_type, driver_id, status, version, created_at, updated_at)
            SELECT id, booking_id, order_id, truck_request_id, customer_id, transporter_id,
                   vehicle_id, vehicle_type, driver_id, 'assigned', 1, created_at, created_at
            FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::text[], ?::timestamptz[])
              AS new (id, booking_id, order_id, truck_request_id, customer_id, transporter_id,
                      vehicle_id, vehicle_type, driver_id, created_at)
            ORDER BY driver_id
            ON CONFLICT (driver_id) WHERE status NOT IN ('delivered', 'cancelled') DO NOTHING
            RETURNING driver_id
            """,
            (row, number) -> new DriverId(row.getString("driver_id")),
            column(assignments, Assignment::id),
            column(assignments, Assignment::bookingId),
            column(assignments, Assignment::orderId),
            column(assignments, Assignment::truckRequestId),
            column(assignments, Assignment::customerId),
            column(assignments, Assignment::transporterId),
            column(assignments, Assignment::vehicleId),
            column(assignments, Assignment::vehicleType),
            column(assignments, Assignment::driverId),
            column(assignments, Assignment::createdAt)));
  }

  private static @Nullable String[] column(
      Collection<Assignment> assignments, Function<Assignment, @Nullable Object> value) {
    return assignments.stream()
        .map(value)
        .map(found -> found == null ? null : found.toString())
        .toArray(String[]::new);
  }

  Optional<Assignment> find(AssignmentId id) {
    return one("id = ?", id.value());
  }

  /** Locks the row until the transaction ends. */
  Optional<Assignment> lock(AssignmentId id) {
    return one("id = ? FOR UPDATE", id.value());
  }

  /** The truck that a booking has, or had until it delivered. */
  Optional<Assignment> of(BookingId booking) {
    return one("booking_id = ? AND status <> 'cancelled'", booking.value());
  }

  /** Locks those of a booking's that are not over. */
  List<Assignment> lockActive(BookingId booking) {
    return some("booking_id = ? AND " + ACTIVE + " ORDER BY id FOR UPDATE", booking.value());
  }

  /** Locks those of an order's that are not over. */
  List<Assignment> lockActive(OrderId order) {
    return some("order_id = ? AND " + ACTIVE + " ORDER BY id FOR UPDATE", order.value());
  }

  /** Those that somebody has to do with, newest first. */
  List<Assignment> page(AssignmentFilter filter, int limit) {
    return jdbc.query(
        "SELECT * FROM assignments WHERE "
            + filter.condition()
            + " ORDER BY id DESC LIMIT "
            + limit,
        Assignments::assignment,
        filter.arguments().toArray());
  }

  /** Writes back status and version of rows that were locked. */
  void save(Collection<Assignment> changed, @Nullable String cancelReason) {
    jdbc.update(
        """
        UPDATE assignments a SET status = new.status, version = new.version,
          updated_at = new.updated_at, cancel_reason = ?
        FROM unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
          AS new (id, status, version, updated_at)
        WHERE a.id = new.id
        """,
        cancelReason,
        column(changed, Assignment::id),
        column(changed, assignment -> assignment.status().code()),
        column(changed, Assignment::version),
        column(changed, Assignment::updatedAt));
  }

  private Optional<Assignment> one(String condition, String argument) {
    return some(condition, argument).stream().findFirst();
  }

  private List<Assignment> some(String condition, String argument) {
    return jdbc.query(
        "SELECT * FROM assignments WHERE " + condition, Assignments::assignment, argument);
  }

  private static Assignment assignment(ResultSet row, int number) throws SQLException {
    return new Assignment(
        new AssignmentId(row.getString("id")),
        id(row, "booking_id", BookingId::new),
        id(row, "order_id", OrderId::new),
        id(row, "truck_request_id", TruckRequestId::new),
        new UserId(row.getString("customer_id")),
        new TransporterId(row.getString("transporter_id")),
        new VehicleId(row.getString("vehicle_id")),
        new VehicleType(row.getString("vehicle_type")),
        new DriverId(row.getString("driver_id")),
        TripStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getLong("version"),
        instant(row, "created_at"),
        instant(row, "updated_at"));
  }

  private static <T> @Nullable T id(ResultSet row, String column, Function<String, T> type)
      throws SQLException {
    var value = row.getString(column);
    return value == null ? null : type.apply(value);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
