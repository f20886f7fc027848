package com.weelo.dispatch.booking;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was told about bookings, as the outbox has it. */
public class PublishedEvents {

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  PublishedEvents(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** In the order in which they were written. */
  public List<JsonNode> of(String bookingId) {
    return jdbc.query(
        "SELECT envelope FROM outbox WHERE event_key = ? ORDER BY seq",
        (row, number) -> json.readTree(row.getString("envelope")),
        bookingId);
  }

  public List<String> typesOf(String bookingId) {
    return of(bookingId).stream().map(event -> event.path("eventType").asString()).toList();
  }

  public List<Integer> versionsOf(String bookingId) {
    return of(bookingId).stream()
        .map(event -> event.path("metadata").path("aggregateVersion").asInt())
        .toList();
  }

  public JsonNode last(String bookingId) {
    return of(bookingId).getLast().path("data");
  }

  /** The texts of an array in an event's data. */
  public static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
