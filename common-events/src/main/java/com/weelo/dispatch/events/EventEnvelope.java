package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it travels: what happened, with its identity and origin.
 *
 * @param eventId UUIDv7; the same event keeps its id however often it is delivered
 * @param timestamp when it happened
 */
@JsonPropertyOrder({"eventId", "eventType", "eventVersion", "timestamp", "data", "metadata"})
public record EventEnvelope<E extends DomainEvent>(
    UUID eventId, Instant timestamp, E data, EventMetadata metadata) {

  /** The type's wire name, which is also the topic. */
  @JsonProperty("eventType")
  public String eventType() {
    return EventTypes.describe(data).name();
  }

  /** MAJOR.MINOR of the type. */
  @JsonProperty("eventVersion")
  public String eventVersion() {
    return EventTypes.describe(data).version();
  }

  /** The Kafka key. */
  public String key() {
    return data.key();
  }
}
