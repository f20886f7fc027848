package com.weelo.dispatch.events;

import java.time.Duration;
import java.util.List;

/** The topics, one for each event type whatever its version, with their families' defaults. */
public final class Topics {

  /** What a dead-letter topic's name ends with. */
  public static final String DLT_SUFFIX = ".dlt";

  private static final Duration DLT_RETENTION = Duration.ofDays(14);

  private Topics() {}

  /** A topic to be created. */
  public record TopicSpec(String name, int partitions, Duration retention) {

    /** Where what could not be processed goes: little, kept long enough for somebody to look. */
    public TopicSpec dlt() {
      return new TopicSpec(Topics.dlt(name), 1, DLT_RETENTION);
    }
  }

  /** The topics of a family, or the topic of one event type. */
  public static List<TopicSpec> of(Class<? extends DomainEvent> family) {
    return EventTypes.of(family).stream().map(Topics::spec).distinct().toList();
  }

  public static List<TopicSpec> all() {
    return of(DomainEvent.class);
  }

  public static String dlt(String topic) {
    return topic + DLT_SUFFIX;
  }

  private static TopicSpec spec(EventTypes.Description type) {
    if (LocationEvent.class.isAssignableFrom(type.eventClass())) {
      return new TopicSpec(type.name(), 12, Duration.ofHours(1));
    }
    if (NotificationEvent.class.isAssignableFrom(type.eventClass())) {
      return new TopicSpec(type.name(), 6, Duration.ofHours(24));
    }
    return new TopicSpec(type.name(), 6, Duration.ofDays(7));
  }
}
