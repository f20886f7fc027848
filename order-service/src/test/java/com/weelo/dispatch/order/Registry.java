package com.weelo.dispatch.order;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.order.assignments.AdvancingTrip;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Vehicles with their drivers, and what drivers' phones say. */
class Registry {

  private static final List<TripStatus> WAY =
      List.of(
          TripStatus.EN_ROUTE,
          TripStatus.ARRIVED,
          TripStatus.LOADED,
          TripStatus.IN_TRANSIT,
          TripStatus.DELIVERED);

  private final JdbcTemplate jdbc;
  private final AdvancingTrip advancing;
  private final TransactionTemplate transactions;

  Registry(JdbcTemplate jdbc, AdvancingTrip advancing, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.advancing = advancing;
    this.transactions = new TransactionTemplate(transactions);
  }

  /** A vehicle, with a driver of its own. */
  void register(String vehicle, String owner, String type) {
    jdbc.update(
        """
        INSERT INTO vehicles (id, transporter_id, registration, vehicle_type, status)
        VALUES (?, ?, ?, ?, 'available')
        """,
        vehicle,
        owner,
        vehicle,
        type);
    employ(owner, "driver-of-" + vehicle);
  }

  void employ(String owner, String driver) {
    jdbc.update(
        "INSERT INTO drivers (transporter_id, driver_id, name, phone) VALUES (?, ?, ?, ?)",
        owner,
        driver,
        "Asha",
        "+91 98450 12345");
  }

  /** The vehicles that are taken for an order, by a hold or by an assignment. */
  static List<String> takenFor(JdbcTemplate jdbc, String order) {
    return jdbc.query(
        """
        SELECT e.vehicle_id FROM vehicle_engagements e
        LEFT JOIN assignments a ON a.id = e.assignment_id
        LEFT JOIN holds h ON h.id = e.hold_id AND e.assignment_id IS NULL
        WHERE e.ended_at IS NULL AND ? IN (a.order_id, h.order_id)
        """,
        (row, number) -> row.getString(1),
        order);
  }

  void start(String assignment) {
    say(assignment, TripStatus.EN_ROUTE);
  }

  /** From wherever it is, step by step. */
  void deliver(String assignment) {
    WAY.forEach(step -> say(assignment, step));
  }

  void cancel(String assignment) {
    say(assignment, TripStatus.CANCELLED);
  }

  /** Nothing happens where the trip is further already, or over. */
  private void say(String assignment, TripStatus status) {
    var transporter =
        jdbc.query(
            "SELECT transporter_id FROM assignments WHERE id = ?",
            (row, number) -> new UserId(row.getString(1)),
            assignment);
    var caller = new Caller(transporter.getFirst(), Role.TRANSPORTER, null);
    try {
      transactions.executeWithoutResult(unused ->
          advancing.advance(new AssignmentId(assignment), caller, status, null));
    } catch (Problem problem) {
      if (!problem.code().equals("INVALID_TRANSITION")) {
        throw problem;
      }
    }
  }
}
