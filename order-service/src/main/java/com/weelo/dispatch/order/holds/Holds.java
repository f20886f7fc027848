package com.weelo.dispatch.order.holds;

import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.orders.ActiveHolds.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All holds. Whoever changes one holds its order's lock. */
@Repository
class Holds {

  private final JdbcTemplate jdbc;

  Holds(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Hold hold) {
    jdbc.update(
        """
        INSERT INTO holds (id, order_id, vehicle_type, transporter_id, vehicle_ids, status,
                           created_at, expires_at)
        VALUES (?, ?, ?, ?, ?::text[], ?, ?, ?)
        """,
        hold.id().value(),
        hold.orderId().value(),
        hold.vehicleType().code(),
        hold.transporterId().value(),
        hold.vehicleIds().toArray(String[]::new),
        hold.status().code(),
        utc(hold.createdAt()),
        utc(hold.expiresAt()));
  }

  Optional<Hold> find(HoldId id) {
    return jdbc
        .query("SELECT * FROM holds WHERE id = ?", (row, number) -> hold(row), id.value())
        .stream()
        .findFirst();
  }

  void confirm(Hold hold, Instant at) {
    jdbc.update(
        "UPDATE holds SET status = 'confirmed', ended_at = ? WHERE id = ?",
        utc(at),
        hold.id().value());
  }

  void release(Hold hold, Reason reason, Instant at) {
    jdbc.update(
        "UPDATE holds SET status = 'released', ended_at = ?, release_reason = ? WHERE id = ?",
        utc(at),
        reason.code(),
        hold.id().value());
  }

  /**
   * Releases an order's active holds.
   *
   * @param ending only those that end no later
   * @return those that were released, in the order of their ids
   */
  List<Hold> releaseAll(OrderId order, Instant ending, Reason reason, Instant at) {
    return jdbc.query(
        """
        WITH released AS (
          UPDATE holds SET status = 'released', ended_at = ?, release_reason = ?
          WHERE order_id = ? AND status = 'active' AND expires_at <= ?
          RETURNING *)
        SELECT * FROM released ORDER BY id
        """,
        (row, number) -> hold(row),
        utc(at),
        reason.code(),
        order.value(),
        utc(ending));
  }

  Optional<Instant> endOfNext(OrderId order) {
    return jdbc
        .query(
            """
            SELECT expires_at FROM holds WHERE order_id = ? AND status = 'active'
            ORDER BY expires_at LIMIT 1
            """,
            (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant(),
            order.value())
        .stream()
        .findFirst();
  }

  private static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        new HoldId(row.getString("id")),
        new OrderId(row.getString("order_id")),
        new VehicleType(row.getString("vehicle_type")),
        new TransporterId(row.getString("transporter_id")),
        List.of((String[]) row.getArray("vehicle_ids").getArray()),
        HoldStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getString("release_reason"));
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
