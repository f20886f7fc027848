package com.weelo.dispatch.suite.verify;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.events.EventTypes;
import com.weelo.dispatch.events.LocationEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Every event on the topics but the positions, each as it was first seen: Kafka may hold an event
 * more than once.
 */
final class EventHistory {

  private final Map<UUID, SeenEvent> firsts = new LinkedHashMap<>();
  private final List<String> forgeries = new ArrayList<>();
  private long repeated;

  static EventHistory read(TopicReader topics) {
    var history = new EventHistory();
    topics.read(topicsOfEvents(), record -> SeenEvent.of(record).ifPresent(history::add));
    return history;
  }

  /** The same of one key, and of some topics. */
  static EventHistory read(TopicReader topics, Collection<String> some, String key) {
    var history = new EventHistory();
    topics.read(
        some,
        record -> {
          if (key.equals(record.key())) {
            SeenEvent.of(record).ifPresent(history::add);
          }
        });
    return history;
  }

  private static List<String> topicsOfEvents() {
    return EventTypes.all().stream()
        .filter(type -> !LocationEvent.class.isAssignableFrom(type.eventClass()))
        .map(EventTypes.Description::name)
        .toList();
  }

  void add(SeenEvent event) {
    var first = firsts.putIfAbsent(event.id(), event);
    if (first == null) {
      return;
    }
    repeated++;
    if (!first.hasSameContentAs(event)) {
      forgeries.add("event " + event.id() + " stands with two contents on " + event.type());
    }
    if (event.sentAt() < first.sentAt()) {
      firsts.put(event.id(), event);
    }
  }

  Map<UUID, SeenEvent> firsts() {
    return firsts;
  }

  /** Ids that stand for two different things. */
  List<String> forgeries() {
    return forgeries;
  }

  /** Deliveries beyond the first. */
  long repeated() {
    return repeated;
  }

  /** The events of each aggregate that counts its changes. */
  Collection<List<SeenEvent>> aggregates() {
    return firsts.values().stream()
        .filter(event -> event.version() != null)
        .collect(groupingBy(SeenEvent::aggregate))
        .values();
  }

  /** How far each aggregate that counts its changes has come. */
  Map<String, Long> latestVersions() {
    return firsts.values().stream()
        .filter(event -> event.version() != null)
        .collect(toMap(SeenEvent::aggregate, event -> requireNonNull(event.version()), Math::max));
  }

  List<SeenEvent> ofType(String type) {
    return firsts.values().stream().filter(event -> event.type().equals(type)).toList();
  }
}
