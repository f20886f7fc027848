package com.weelo.dispatch.events;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All event types there are, found by walking {@link DomainEvent}'s permitted subclasses. */
public final class EventTypes {

  private static final Map<Class<?>, Description> BY_CLASS =
      leaves(DomainEvent.class)
          .map(Description::of)
          .collect(toUnmodifiableMap(Description::eventClass, Function.identity()));

  private static final Map<WireName, Description> BY_WIRE_NAME =
      BY_CLASS.values().stream()
          .collect(
              toUnmodifiableMap(
                  type -> new WireName(type.name(), Versions.major(type.version())),
                  Function.identity()));

  private EventTypes() {}

  /**
   * One event type.
   *
   * @param name wire name and topic
   * @param version MAJOR.MINOR
   */
  public record Description(String name, String version, Class<? extends DomainEvent> eventClass) {

    private static Description of(Class<? extends DomainEvent> eventClass) {
      var type = eventClass.getAnnotation(EventType.class);
      if (type == null) {
        throw new IllegalStateException(eventClass + " lacks @EventType");
      }
      return new Description(type.value(), type.version(), eventClass);
    }
  }

  /** What a consumer must know to understand the data. A new major is a record of its own. */
  private record WireName(String name, int majorVersion) {}

  public static Collection<Description> all() {
    return BY_CLASS.values();
  }

  /** The types of a family, or the one type that an event class is. */
  public static Collection<Description> of(Class<? extends DomainEvent> family) {
    return leaves(family).map(EventTypes::describe).toList();
  }

  public static Description describe(DomainEvent event) {
    return describe(event.getClass());
  }

  static Optional<Description> find(String name, int majorVersion) {
    return Optional.ofNullable(BY_WIRE_NAME.get(new WireName(name, majorVersion)));
  }

  private static Description describe(Class<?> eventClass) {
    var description = BY_CLASS.get(eventClass);
    if (description == null) {
      throw new IllegalArgumentException(eventClass + " is no event type");
    }
    return description;
  }

  @SuppressWarnings("unchecked") // what DomainEvent permits are DomainEvents
  private static Stream<Class<? extends DomainEvent>> leaves(Class<? extends DomainEvent> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(permitted -> leaves((Class<? extends DomainEvent>) permitted))
            .distinct()
        : Stream.of(type);
  }
}
