package com.weelo.dispatch.platform.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.platform.publishing.EventRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox table, as its two readers get it. */
final class OutboxRow {

  private OutboxRow() {}

  static EventRecords.Sendable of(Map<String, @Nullable String> row) {
    return new EventRecords.Sendable(
        UUID.fromString(required(row, "event_id")),
        required(row, "event_type"),
        required(row, "event_version"),
        required(row, "event_key"),
        required(row, "correlation_id"),
        row.get("traceparent"),
        required(row, "envelope").getBytes(UTF_8));
  }

  /** The transaction that wrote the row. */
  static String transactionOf(Map<String, @Nullable String> row) {
    return required(row, "xid");
  }

  static EventRecords.Sendable of(ResultSet row) throws SQLException {
    return new EventRecords.Sendable(
        row.getObject("event_id", UUID.class),
        row.getString("event_type"),
        row.getString("event_version"),
        row.getString("event_key"),
        row.getString("correlation_id"),
        row.getString("traceparent"),
        row.getString("envelope").getBytes(UTF_8));
  }

  private static String required(Map<String, @Nullable String> row, String column) {
    return Objects.requireNonNull(row.get(column), column);
  }
}
