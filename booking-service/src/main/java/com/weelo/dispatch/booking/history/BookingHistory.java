package com.weelo.dispatch.booking.history;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.EventEnvelope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The events of all bookings. By JDBC, since it is only ever appended to, in batches. */
@Component
public class BookingHistory {

  private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  BookingHistory(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * An event to be written down.
   *
   * @param aggregateId whose version the event carries: the booking's or an assignment's id
   */
  record Line(
      BookingId bookingId,
      String aggregateId,
      EventEnvelope<?> event,
      Map<String, Object> details) {}

  void append(List<Line> lines) {
    jdbc.batchUpdate(
        """
        INSERT INTO booking_history (event_id, booking_id, aggregate_id, version, type, at, details)
        VALUES (?, ?, ?, ?, ?, ?, CAST(? AS jsonb)) ON CONFLICT DO NOTHING
        """,
        lines.stream().map(this::values).toList());
  }

  private Object[] values(Line line) {
    var event = line.event();
    var version = event.metadata().aggregateVersion();
    return new Object[] {
      event.eventId(),
      line.bookingId().value(),
      line.aggregateId(),
      version == null ? 0 : version,
      event.eventType(),
      event.timestamp().atOffset(ZoneOffset.UTC),
      json.writeValueAsString(line.details())
    };
  }

  /**
   * A booking's events: those of one aggregate in the order of its versions, whatever the clocks of
   * their writers say, and those of several by time.
   */
  public List<HistoryEntry> of(BookingId booking) {
    return jdbc.query(
        """
        SELECT event_id, type, at, version, details FROM booking_history WHERE booking_id = ?
        ORDER BY max(at) OVER (PARTITION BY aggregate_id ORDER BY version), aggregate_id, version
        """,
        (row, number) -> entry(row),
        booking.value());
  }

  private HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        row.getObject("event_id", UUID.class),
        row.getString("type"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getLong("version"),
        json.readValue(row.getString("details"), DETAILS));
  }

  /** Forgets what happened before. */
  public void forgetBefore(Instant time) {
    jdbc.update("DELETE FROM booking_history WHERE at < ?", time.atOffset(ZoneOffset.UTC));
  }
}
