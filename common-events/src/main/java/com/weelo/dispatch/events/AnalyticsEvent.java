package com.weelo.dispatch.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happens in the apps and is counted, not acted on. Keyed by subject. */
public sealed interface AnalyticsEvent extends DomainEvent {

  /**
   * Something an app or service wants counted.
   *
   * @param subjectId whom or what it is about
   * @param name what happened, for example {@code search.performed}
   */
  @EventType("analytics.event")
  record Recorded(
      String subjectId,
      String name,
      @Nullable UserId userId,
      Map<String, String> properties,
      Instant occurredAt)
      implements AnalyticsEvent {
    public Recorded {
      Checks.id(subjectId);
      properties = Map.copyOf(properties);
    }

    @Override
    public String key() {
      return subjectId;
    }
  }
}
