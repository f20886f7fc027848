package com.weelo.dispatch.order.testing;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was told of bookings and orders, as the outbox has it, and what was heard. */
public class ToldEvents {

  private final JdbcTemplate jdbc;

  ToldEvents(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order in which they were written. */
  public List<JsonNode> of(String job) {
    return jdbc.query(
        "SELECT envelope FROM outbox WHERE event_key = ? ORDER BY seq",
        (row, number) -> JsonMapper.shared().readTree(row.getString("envelope")),
        job);
  }

  /** Those of one assignment. */
  public List<JsonNode> of(String job, String assignment) {
    return of(job).stream()
        .filter(event -> assignment.equals(event.at("/data/assignmentId").asString("")))
        .toList();
  }

  /** Whether an event that somebody else told has had its effect here. */
  public boolean isHandled(UUID event) {
    return !jdbc.queryForList("SELECT 1 FROM processed_events WHERE event_id = ?", event).isEmpty();
  }

  public static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("eventType").asString()).toList();
  }

  public static List<Integer> versions(List<JsonNode> events) {
    return events.stream().map(event -> event.at("/metadata/aggregateVersion").asInt()).toList();
  }

  public static List<String> statuses(List<JsonNode> events) {
    return events.stream().map(event -> event.at("/data/status").asString()).toList();
  }
}
