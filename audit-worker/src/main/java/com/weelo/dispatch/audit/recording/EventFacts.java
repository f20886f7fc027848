package com.weelo.dispatch.audit.recording;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a record says about itself, as far as it is an event; whatever it does not say is null.
 *
 * @param actor who made it happen: a user, or the service that did so by itself
 * @param entities the ids of all it is about, and the record's key
 */
public record EventFacts(
    @Nullable UUID eventId,
    @Nullable String eventType,
    @Nullable String actor,
    @Nullable Instant occurredAt,
    Set<String> entities) {

  /**
   * @param key one character for each byte
   */
  public static EventFacts of(@Nullable String key, byte @Nullable [] value) {
    return new ReadingFacts(key).read(value);
  }
}
