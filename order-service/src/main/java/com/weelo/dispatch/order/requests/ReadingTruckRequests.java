package com.weelo.dispatch.order.requests;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.VehicleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** What a transporter was offered and may have, and what it has already. */
@Service
public class ReadingTruckRequests {

  /** Above all ids, which are hexadecimal. */
  private static final String NEWEST = "~";

  private static final String SELECT =
      """
      SELECT r.*, o.pickup_latitude, o.pickup_longitude, o.pickup_address, o.dropoff_latitude,
             o.dropoff_longitude, o.dropoff_address, o.expires_at, l.vehicle_subtype,
             l.price_amount, l.price_currency, f.distance_meters, f.wave
      FROM truck_requests r
      JOIN orders o ON o.id = r.order_id
      JOIN order_lines l ON l.order_id = r.order_id AND l.vehicle_type = r.vehicle_type
      """;

  private static final String OPEN =
      SELECT
          + """
          JOIN order_offers f ON f.order_id = r.order_id AND f.vehicle_type = r.vehicle_type
          WHERE f.transporter_id = ? AND f.withdrawn_at IS NULL AND r.status = 'open'
            AND o.due_at IS NOT NULL AND o.expires_at > ? AND r.id < ?
          ORDER BY r.id DESC LIMIT ?
          """;

  private static final String OWN =
      SELECT
          + """
          LEFT JOIN order_offers f ON f.order_id = r.order_id
            AND f.vehicle_type = r.vehicle_type AND f.transporter_id = r.transporter_id
          WHERE r.transporter_id = ? AND r.status = ? AND r.id < ?
          ORDER BY r.id DESC LIMIT ?
          """;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  ReadingTruckRequests(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Newest first.
   *
   * @param status open: what it was offered and is still to be had; else what it has itself
   * @param older only those made before this one
   */
  public List<OfferedRequest> list(
      TransporterId transporter, RequestStatus status, Optional<String> older, int limit) {
    var before = older.orElse(NEWEST);
    return status == RequestStatus.OPEN
        ? jdbc.query(
            OPEN,
            (row, number) -> request(row),
            transporter.value(),
            clock.instant().atOffset(ZoneOffset.UTC),
            before,
            limit)
        : jdbc.query(
            OWN, (row, number) -> request(row), transporter.value(), status.code(), before, limit);
  }

  private static OfferedRequest request(ResultSet row) throws SQLException {
    return new OfferedRequest(
        new TruckRequestId(row.getString("id")),
        new OrderId(row.getString("order_id")),
        new VehicleType(row.getString("vehicle_type")),
        row.getString("vehicle_subtype"),
        RequestStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        place(row, "pickup"),
        place(row, "dropoff"),
        new Money(row.getLong("price_amount"), row.getString("price_currency")),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getObject("distance_meters", Long.class),
        row.getObject("wave", Integer.class),
        row.getString("hold_id"),
        row.getString("vehicle_id"),
        row.getString("driver_id"),
        row.getString("assignment_id"));
  }

  private static Place place(ResultSet row, String which) throws SQLException {
    return new Place(
        row.getDouble(which + "_latitude"),
        row.getDouble(which + "_longitude"),
        row.getString(which + "_address"));
  }
}
