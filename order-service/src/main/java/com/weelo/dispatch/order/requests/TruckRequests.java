package com.weelo.dispatch.order.requests;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.assignments.CreatingAssignments.NewAssignment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * One row for each truck of each order, written many at a time. Whoever changes one holds its
 * order's lock.
 */
@Repository
public class TruckRequests {

  private final JdbcTemplate jdbc;

  TruckRequests(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the requests of all types at once. */
  public void make(OrderId order, Collection<VehicleRequirement> requirements) {
    var types =
        requirements.stream()
            .flatMap(wanted ->
                Stream.generate(() -> wanted.vehicleType().code()).limit(wanted.quantity()))
            .toArray(String[]::new);
    jdbc.update(
        """
        INSERT INTO truck_requests (id, order_id, vehicle_type, status)
        SELECT id, ?, type, 'open' FROM unnest(?::text[], ?::text[]) AS request (id, type)
        """,
        order.value(),
        Stream.generate(() -> EventIds.next().toString())
            .limit(types.length)
            .toArray(String[]::new),
        types);
  }

  /**
   * Takes an open request for each vehicle.
   *
   * @return how many there were; where that is too few the caller rolls them back
   */
  public int hold(
      OrderId order,
      VehicleType type,
      HoldId hold,
      TransporterId transporter,
      List<String> vehicleIds) {
    return jdbc.update(
        """
        WITH free AS (
          SELECT id FROM truck_requests
          WHERE order_id = ? AND vehicle_type = ? AND status = 'open'
          ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED),
        pair AS (
          SELECT numbered.id, vehicle.id AS vehicle_id
          FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM free) AS numbered
          JOIN unnest(?::text[]) WITH ORDINALITY AS vehicle (id, n) USING (n))
        UPDATE truck_requests
        SET status = 'held', hold_id = ?, transporter_id = ?, vehicle_id = pair.vehicle_id
        FROM pair WHERE truck_requests.id = pair.id
        """,
        order.value(),
        type.code(),
        vehicleIds.size(),
        vehicleIds.toArray(String[]::new),
        hold.value(),
        transporter.value());
  }

  /** What is held is open again. */
  public void free(Collection<HoldId> holds) {
    jdbc.update(
        """
        UPDATE truck_requests
        SET status = 'open', hold_id = NULL, transporter_id = NULL, vehicle_id = NULL
        WHERE hold_id = ANY (?::text[]) AND status = 'held'
        """,
        (Object) holds.stream().map(HoldId::value).toArray(String[]::new));
  }

  /** What is held is served. */
  public void accept(Collection<NewAssignment> assignments, Instant at) {
    jdbc.update(
        """
        UPDATE truck_requests
        SET status = 'accepted', driver_id = made.driver, assignment_id = made.assignment,
            accepted_at = ?
        FROM unnest(?::text[], ?::text[], ?::text[]) AS made (request, driver, assignment)
        WHERE id = made.request AND status = 'held'
        """,
        at.atOffset(ZoneOffset.UTC),
        texts(assignments, NewAssignment::truckRequestId),
        texts(assignments, NewAssignment::driverId),
        texts(assignments, NewAssignment::assignmentId));
  }

  private static String[] texts(
      Collection<NewAssignment> assignments, Function<NewAssignment, String> text) {
    return assignments.stream().map(text).toArray(String[]::new);
  }

  public void start(TruckRequest request, Instant at) {
    jdbc.update(
        "UPDATE truck_requests SET started_at = coalesce(started_at, ?) WHERE id = ?",
        at.atOffset(ZoneOffset.UTC),
        request.truckRequestId().value());
  }

  public void deliver(TruckRequest request) {
    set(request, "status = 'delivered'");
  }

  /** What was accepted is lost, and open again. */
  public void reopen(TruckRequest request) {
    set(
        request,
        """
        status = 'open', hold_id = NULL, transporter_id = NULL, vehicle_id = NULL,
        driver_id = NULL, assignment_id = NULL, accepted_at = NULL, started_at = NULL
        """);
  }

  /** What was accepted is lost for good. */
  public void cancel(TruckRequest request) {
    set(request, "status = 'cancelled'");
  }

  private void set(TruckRequest request, String change) {
    jdbc.update(
        "UPDATE truck_requests SET " + change + " WHERE id = ?", request.truckRequestId().value());
  }

  /** Nobody is searched for any more; what is accepted stays so. */
  public void expireOpen(OrderId order) {
    jdbc.update(
        "UPDATE truck_requests SET status = 'expired' WHERE order_id = ? AND status = 'open'",
        order.value());
  }

  /**
   * The order comes to nothing, its holds having been released.
   *
   * @param expired what becomes of open requests: expired, else cancelled
   */
  public void giveUp(OrderId order, boolean expired) {
    jdbc.update(
        """
        UPDATE truck_requests SET status = CASE status WHEN 'open' THEN ? ELSE 'cancelled' END
        WHERE order_id = ? AND status IN ('open', 'accepted')
        """,
        expired ? "expired" : "cancelled",
        order.value());
  }

  public Optional<TruckRequest> findAccepted(OrderId order, String id) {
    return list("id = ? AND order_id = ? AND status = 'accepted'", id, order.value()).stream()
        .findFirst();
  }

  /** A hold's requests, in whatever state they are now. */
  public List<TruckRequest> ofHold(HoldId hold) {
    return list("hold_id = ?", hold.value());
  }

  /** Those of an order that have a truck, or had one when they were called off. */
  public List<TruckRequest> served(OrderId order) {
    return list("order_id = ? AND assignment_id IS NOT NULL", order.value());
  }

  /** Whose trucks serve an order's requests of a type. */
  public Set<TransporterId> serving(OrderId order, VehicleType type) {
    return Set.copyOf(
        jdbc.query(
            """
            SELECT DISTINCT transporter_id FROM truck_requests
            WHERE order_id = ? AND vehicle_type = ? AND status IN ('accepted', 'delivered')
            """,
            (row, number) -> new TransporterId(row.getString(1)),
            order.value(),
            type.code()));
  }

  /** Whether any truck that serves the order has left. */
  public boolean anyHasSetOff(OrderId order) {
    return !jdbc.queryForList(
            """
            SELECT 1 FROM truck_requests WHERE order_id = ?
            AND (status = 'delivered' OR (status = 'accepted' AND started_at IS NOT NULL)) LIMIT 1
            """,
            order.value())
        .isEmpty();
  }

  private List<TruckRequest> list(String condition, Object... values) {
    return jdbc.query(
        "SELECT * FROM truck_requests WHERE " + condition + " ORDER BY id",
        (row, number) -> request(row),
        values);
  }

  private static TruckRequest request(ResultSet row) throws SQLException {
    return new TruckRequest(
        new TruckRequestId(row.getString("id")),
        new VehicleType(row.getString("vehicle_type")),
        RequestStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        id(row.getString("transporter_id"), TransporterId::new),
        id(row.getString("vehicle_id"), VehicleId::new),
        id(row.getString("driver_id"), DriverId::new),
        row.getString("assignment_id"));
  }

  private static <T> @Nullable T id(@Nullable String text, Function<String, T> type) {
    return text == null ? null : type.apply(text);
  }
}
