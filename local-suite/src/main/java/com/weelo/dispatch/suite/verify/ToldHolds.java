package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the topics tell of holds.
 *
 * @param reserved the reservations of each hold
 * @param released the reasons for which each hold was released
 */
record ToldHolds(Map<String, List<String>> reserved, Map<String, List<String>> released) {

  /**
   * A hold as it is stored.
   *
   * @param changedAt when it was made, or ended
   */
  record Hold(String id, String status, @Nullable String releaseReason, Instant changedAt) {}

  static ToldHolds of(EventHistory history) {
    return new ToldHolds(
        told(history, "truck.hold.reserved", "transporterId"),
        told(history, "truck.hold.released", "reason"));
  }

  private static Map<String, List<String>> told(EventHistory history, String type, String field) {
    return history.ofType(type).stream()
        .map(SeenEvent::data)
        .collect(
            groupingBy(
                data -> data.path("holdId").asString(""),
                mapping(data -> data.path(field).asString(""), toList())));
  }

  /**
   * Where the topics tell otherwise than the table.
   *
   * @param settledUntil what changed later may still be on its way
   */
  List<String> differencesFrom(List<Hold> holds, Instant settledUntil) {
    var broken = new ArrayList<String>();
    for (var hold : holds) {
      if (hold.changedAt().isAfter(settledUntil)) {
        continue;
      }
      if (reserved.getOrDefault(hold.id(), List.of()).size() != 1) {
        broken.add(
            "hold %s was told to be reserved %d times"
                .formatted(hold.id(), reserved.getOrDefault(hold.id(), List.of()).size()));
      }
      var reasons = released.getOrDefault(hold.id(), List.of());
      var expected =
          hold.status().equals("released")
              ? List.of(Objects.requireNonNullElse(hold.releaseReason(), ""))
              : List.<String>of();
      if (!reasons.equals(expected)) {
        broken.add(
            "hold %s is %s %s, and was told to be released %s"
                .formatted(hold.id(), hold.status(), expected, reasons));
      }
    }
    return broken;
  }
}
