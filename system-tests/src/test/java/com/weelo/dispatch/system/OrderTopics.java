package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.client.Json;
import com.weelo.dispatch.testing.ReceivedRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What the topics tell about some orders, and nothing else. */
final class OrderTopics {

  static final String[] NAMES = {
    "order.created",
    "order.status.changed",
    "order.cancelled",
    "order.completed",
    "truck.request.broadcast",
    "truck.request.accepted",
    "truck.request.filled",
    "truck.hold.reserved",
    "truck.hold.released",
    "assignment.created",
    "assignment.updated"
  };

  private final List<String> broken = new ArrayList<>();
  private final Map<String, ReceivedRecord> firsts = new HashMap<>();
  private final Map<String, TreeMap<Long, Event>> orders = new TreeMap<>();
  private final Map<String, TreeMap<Long, Event>> trips = new TreeMap<>();
  private long repeated;

  private record Event(String id, String type, JsonNode data) {}

  /**
   * @param records of all topics, each partition in its order
   * @param keys of the orders that are meant
   */
  OrderTopics(List<ReceivedRecord> records, Set<String> keys) {
    records.stream().filter(record -> keys.contains(record.key())).forEach(this::add);
  }

  private void add(ReceivedRecord record) {
    var envelope = Json.tree(String.valueOf(record.value()));
    var first = firsts.putIfAbsent(envelope.path("eventId").asString(), record);
    if (first == null) {
      addFirst(record.topic(), envelope);
      return;
    }
    repeated++;
    if (!String.valueOf(first.value()).equals(record.value())) {
      broken.add("one event with two contents: " + first.value());
    }
  }

  private void addFirst(String type, JsonNode envelope) {
    var data = envelope.path("data");
    var version = envelope.path("metadata").path("aggregateVersion").asLong();
    var isOfTrip = type.startsWith("assignment.");
    var aggregate = data.path(isOfTrip ? "assignmentId" : "orderId").asString();
    var events = (isOfTrip ? trips : orders).computeIfAbsent(aggregate, unseen -> new TreeMap<>());
    if (!events.isEmpty() && isLaterOfItsTopic(events, type, version)) {
      broken.add("%s of %s came after a later one".formatted(type, aggregate));
    }
    if (events.put(version, new Event(envelope.path("eventId").asString(), type, data)) != null) {
      broken.add("%s has two versions %d".formatted(aggregate, version));
    }
  }

  private static boolean isLaterOfItsTopic(TreeMap<Long, Event> events, String type, long version) {
    return events.tailMap(version, false).values().stream()
        .anyMatch(event -> event.type().equals(type));
  }

  /** The events that were seen. */
  Set<String> ids() {
    return firsts.keySet();
  }

  /** Deliveries beyond the first. */
  long repeated() {
    return repeated;
  }

  /**
   * What does not fit together.
   *
   * @param fills as the tables have them
   */
  List<String> violations(Map<String, String> fills) {
    var violations = new ArrayList<>(broken);
    var acceptances = new HashMap<String, Integer>();
    var seen = new HashMap<String, String>();
    orders.forEach((order, events) -> {
      var story = new OrderStory(order);
      events.forEach((version, event) -> story.hear(version, event.type(), event.data()));
      violations.addAll(holes(order, events));
      violations.addAll(story.violations());
      acceptances.putAll(story.acceptances());
      seen.put(order, story.fills());
    });
    trips.forEach((trip, events) -> {
      var story = new TripStory(trip);
      events.forEach((version, event) -> story.hear(version, event.type(), event.data()));
      violations.addAll(holes(trip, events));
      violations.addAll(story.violations());
      acceptances.merge(story.truckRequest(), -1, Integer::sum);
    });
    acceptances.forEach((request, unmatched) -> {
      if (unmatched != 0) {
        violations.add("acceptances of %s without a trip: %d".formatted(request, unmatched));
      }
    });
    if (!seen.equals(fills)) {
      seen.entrySet().removeAll(fills.entrySet());
      violations.add("the tables have another end than the events: " + seen);
    }
    return violations;
  }

  private static List<String> holes(String aggregate, TreeMap<Long, Event> events) {
    return events.firstKey() == 1 && events.lastKey() == events.size()
        ? List.of()
        : List.of("%s has the versions %s".formatted(aggregate, events.keySet()));
  }
}
