package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.client.Json;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * An event as it stands on its topic.
 *
 * @param version the aggregate's; null for events that belong to none
 * @param sentAt millisecond at which its producer sent it
 */
record SeenEvent(
    UUID id, String type, String key, @Nullable Long version, long sentAt, byte[] content) {

  /** Empty where the record is no event: somebody put it there by hand. */
  static Optional<SeenEvent> of(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return Optional.empty();
    }
    try {
      var json = Json.tree(record.value());
      var version = json.path("metadata").path("aggregateVersion");
      return Optional.of(
          new SeenEvent(
              UUID.fromString(json.path("eventId").asString("")),
              record.topic(),
              String.valueOf(record.key()),
              version.isNumber() ? version.longValue() : null,
              record.timestamp(),
              record.value()));
    } catch (JacksonException | IllegalArgumentException noEvent) {
      return Optional.empty();
    }
  }

  boolean hasSameContentAs(SeenEvent other) {
    return Arrays.equals(content, other.content);
  }

  /**
   * Whose changes the version counts. An order and its truck requests are counted as one, each
   * assignment for itself, the others by family and key.
   */
  String aggregate() {
    var family = type.substring(0, type.indexOf('.'));
    return switch (family) {
      case "truck" -> "order " + key;
      case "assignment" -> "assignment " + data().path("assignmentId").asString(key);
      default -> family + " " + key;
    };
  }

  /** When it happened, by its writer's clock. */
  Instant at() {
    return Instant.parse(Json.tree(content).path("timestamp").asString(""));
  }

  /** What the event tells. */
  JsonNode data() {
    return Json.tree(content).path("data");
  }
}
