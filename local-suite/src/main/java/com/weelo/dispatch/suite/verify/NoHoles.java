package com.weelo.dispatch.suite.verify;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The versions of each aggregate's events are 1 to n, each there once, first seen in order, and as
 * many as its table counts.
 */
final class NoHoles implements Invariant {

  @Override
  public String name() {
    return "versions 1..n without holes, in order, for each aggregate";
  }

  @Override
  public Finding check(Evidence evidence) {
    var since = evidence.rememberedSince().toInstant().toEpochMilli();
    var aggregates =
        evidence.history().aggregates().stream()
            // Of older ones Kafka may have dropped the beginning.
            .filter(events -> events.stream().allMatch(event -> event.sentAt() >= since))
            .toList();
    var broken = new ArrayList<String>();
    aggregates.forEach(events -> check(events, broken));
    for (var counted : CountedChanges.values()) {
      broken.addAll(counted.differences(evidence));
    }
    return new Finding(aggregates.size() + " aggregates", broken);
  }

  static void check(List<SeenEvent> events, List<String> broken) {
    var ordered = events.stream().sorted(comparing(NoHoles::version)).toList();
    var aggregate = ordered.getFirst().aggregate();
    for (var i = 0; i < ordered.size(); i++) {
      var event = ordered.get(i);
      if (version(event) != i + 1) {
        broken.add(
            "%s has version %d where %d belongs".formatted(aggregate, version(event), i + 1));
        return;
      }
      if (i > 0 && event.sentAt() < ordered.get(i - 1).sentAt()) {
        broken.add("%s has version %d sent before version %d".formatted(aggregate, i + 1, i));
      }
    }
  }

  private static long version(SeenEvent event) {
    return Objects.requireNonNull(event.version());
  }
}
