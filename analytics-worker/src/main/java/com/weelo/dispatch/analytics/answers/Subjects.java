package com.weelo.dispatch.analytics.answers;

import com.weelo.dispatch.analytics.answers.Subject.Decision;
import com.weelo.dispatch.analytics.answers.Subject.Event;
import com.weelo.dispatch.analytics.facts.Summary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Bookings and orders, told from facts. */
@Repository
public class Subjects {

  /** More than any booking or order has. */
  private static final int MOST_ROWS = 5_000;

  private final JdbcTemplate jdbc;

  Subjects(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(
      UUID id,
      Instant at,
      String type,
      @Nullable String transporter,
      @Nullable String vehicleType,
      @Nullable String outcome,
      @Nullable Integer quantity) {

    static Row of(ResultSet row) throws SQLException {
      return new Row(
          row.getObject("event_id", UUID.class),
          row.getTimestamp("occurred_at").toInstant(),
          row.getString("event_type"),
          row.getString("transporter_id"),
          row.getString("vehicle_type"),
          row.getString("outcome"),
          (Integer) row.getObject("quantity"));
    }

    Event event() {
      return new Event(id, at, type, Summary.of(type, transporter, vehicleType, outcome, quantity));
    }
  }

  /** The booking or order with that id. */
  public Optional<Subject> find(String id) {
    var rows =
        jdbc.query(
            """
            SELECT event_id, occurred_at, event_type, transporter_id, vehicle_type, outcome, quantity
            FROM facts WHERE subject_id = ? ORDER BY occurred_at, event_id LIMIT ?
            """,
            (row, number) -> Row.of(row),
            id,
            MOST_ROWS);
    var kind = kindOf(rows);
    return kind.map(known -> subject(id, known, rows));
  }

  private static Optional<String> kindOf(List<Row> rows) {
    if (rows.stream().anyMatch(row -> row.type().startsWith("booking."))) {
      return Optional.of("booking");
    }
    return rows.stream().anyMatch(row -> row.type().startsWith("order."))
        ? Optional.of("order")
        : Optional.empty();
  }

  private Subject subject(String id, String kind, List<Row> rows) {
    var progress = new Progress();
    var takers = new HashSet<String>();
    for (var row : rows) {
      progress.take(row.type(), row.outcome(), row.quantity(), row.at());
      if (row.type().endsWith(".accepted") && row.transporter() != null) {
        takers.add(row.transporter());
      }
    }
    return new Subject(
        id,
        kind,
        progress.status(),
        rows.stream().map(Row::vehicleType).filter(type -> type != null).findFirst().orElse(null),
        progress.milestones().get("createdAt"),
        progress.milestones(),
        rows.stream().map(Row::event).toList(),
        decisions(id, takers, progress.isOpen()));
  }

  private List<Decision> decisions(String id, Set<String> takers, boolean open) {
    return jdbc.query(
        """
        SELECT wave, offered_at, transporter_id, driver_id, distance_meters FROM offers
        WHERE subject_id = ? ORDER BY offered_at, distance_meters, transporter_id LIMIT ?
        """,
        (row, number) ->
            new Decision(
                row.getInt("wave"),
                row.getTimestamp("offered_at").toInstant(),
                row.getString("transporter_id"),
                row.getString("driver_id"),
                row.getLong("distance_meters"),
                outcome(takers.contains(row.getString("transporter_id")), open)),
        id,
        MOST_ROWS);
  }

  private static String outcome(boolean taken, boolean open) {
    if (taken) {
      return "accepted";
    }
    return open ? "open" : "withdrawn";
  }

  /** How far the subject has come, as its events are told one after the other. */
  private static final class Progress {

    private final Map<String, Instant> milestones = new LinkedHashMap<>();
    private String status = "unknown";

    void take(String type, @Nullable String outcome, @Nullable Integer quantity, Instant at) {
      switch (type) {
        case "booking.created", "order.created" -> {
          reach("createdAt", at);
          status = type.startsWith("order") ? "processing" : "searching";
          if (type.startsWith("booking") && quantity != null && quantity > 0) {
            reach("offeredAt", at);
          }
        }
        case "booking.rebroadcast", "truck.request.broadcast" -> {
          if (quantity != null && quantity > 0) {
            reach("offeredAt", at);
          }
        }
        case "booking.accepted" -> step("acceptedAt", "accepted", at);
        case "truck.request.accepted" -> reach("acceptedAt", at);
        case "booking.expired" -> step("expiredAt", "expired", at);
        case "booking.cancelled", "order.cancelled" -> step("cancelledAt", "cancelled", at);
        case "booking.completed", "order.completed" -> step("completedAt", "completed", at);
        case "order.status.changed" -> status = outcome == null ? status : outcome;
        case "assignment.created" -> {
          reach("assignedAt", at);
          status = "accepted".equals(status) ? "assigned" : status;
        }
        case "assignment.updated" ->
            status =
                "en_route".equals(outcome) && "assigned".equals(status) ? "in_progress" : status;
        default -> {} // changes no status
      }
    }

    private void step(String milestone, String next, Instant at) {
      reach(milestone, at);
      status = next;
    }

    private void reach(String milestone, Instant at) {
      milestones.putIfAbsent(milestone, at);
    }

    Map<String, Instant> milestones() {
      return milestones;
    }

    String status() {
      return status;
    }

    boolean isOpen() {
      return milestones.keySet().stream()
          .noneMatch(step ->
              Set.of("acceptedAt", "expiredAt", "cancelledAt", "completedAt").contains(step));
    }
  }
}
