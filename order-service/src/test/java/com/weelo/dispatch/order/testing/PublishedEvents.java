package com.weelo.dispatch.order.testing;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was told about orders and their truck requests, as the outbox has it. */
public class PublishedEvents {

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  PublishedEvents(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
    // The service never looks for a job's events; tests do so all the time.
    jdbc.execute("CREATE INDEX IF NOT EXISTS outbox_of_job ON outbox (event_key)");
  }

  /** In the order in which they were written; those of the order's assignments are left out. */
  public List<JsonNode> of(String orderId) {
    return jdbc.query(
        """
        SELECT envelope FROM outbox
        WHERE event_key = ? AND (event_type LIKE 'order.%' OR event_type LIKE 'truck.%')
        ORDER BY seq
        """,
        (row, number) -> json.readTree(row.getString("envelope")), orderId);
  }

  public List<String> typesOf(String orderId) {
    return types(of(orderId));
  }

  public List<Integer> versionsOf(String orderId) {
    return versions(of(orderId));
  }

  /** The data of all events of a type. */
  public List<JsonNode> of(String orderId, String type) {
    return of(orderId).stream()
        .filter(event -> event.path("eventType").asString().equals(type))
        .map(event -> event.path("data"))
        .toList();
  }

  public JsonNode last(String orderId, String type) {
    return of(orderId, type).getLast();
  }

  /** Whom the order's trucks of a type were put before so far. */
  public Set<String> offeredTo(String orderId, String vehicleType) {
    return of(orderId, "truck.request.broadcast").stream()
        .filter(wave -> wave.path("vehicleType").asString().equals(vehicleType))
        .flatMap(wave -> texts(wave.path("transporterIds")).stream())
        .collect(toSet());
  }

  /** The texts of an array in an event's data. */
  public static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  /** All that was told of a booking or order, also of its assignments and payments. */
  public List<JsonNode> ofJob(String job) {
    return jdbc.query(
        "SELECT envelope FROM outbox WHERE event_key = ? ORDER BY seq",
        (row, number) -> json.readTree(row.getString("envelope")),
        job);
  }

  /** What was told of one assignment. */
  public List<JsonNode> ofJob(String job, String assignment) {
    return ofJob(job).stream()
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
