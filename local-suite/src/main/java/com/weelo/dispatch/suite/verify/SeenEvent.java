package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.client.Json;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

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

  /** Events of one aggregate are told apart from others by family and key. */
  String aggregate() {
    return type.substring(0, type.indexOf('.')) + " " + key;
  }
}
