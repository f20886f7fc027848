package com.weelo.dispatch.events;

import java.time.Instant;
import java.util.Map;

/** Acts that are no domain event of their own but must stand in the record. Keyed by subject. */
public sealed interface AuditEvent extends DomainEvent {

  /**
   * Somebody did something worth recording.
   *
   * @param subjectId whom or what it was done to
   * @param action for example {@code audit.viewed}
   */
  @EventType("audit.log")
  record Logged(
      String subjectId,
      UserId actorId,
      String action,
      Map<String, String> details,
      Instant occurredAt)
      implements AuditEvent {
    public Logged {
      Checks.id(subjectId);
      details = Map.copyOf(details);
    }

    @Override
    public String key() {
      return subjectId;
    }
  }
}
