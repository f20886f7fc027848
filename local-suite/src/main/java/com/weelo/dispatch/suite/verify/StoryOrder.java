package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which to tell of events: those of one aggregate by their versions, whatever the
 * clocks of their writers say, and those of several by time.
 */
final class StoryOrder {

  private StoryOrder() {}

  /** An event, and the latest time that it or one before it in its aggregate tells. */
  private record Placed(Instant at, SeenEvent event) {}

  static List<SeenEvent> of(Collection<SeenEvent> events) {
    var placed = new ArrayList<Placed>();
    events.stream()
        .collect(groupingBy(SeenEvent::aggregate))
        .values()
        .forEach(aggregate -> place(aggregate, placed));
    return placed.stream()
        .sorted(
            Comparator.comparing(Placed::at)
                .thenComparing(one -> one.event().aggregate())
                .thenComparing(one -> version(one.event())))
        .map(Placed::event)
        .toList();
  }

  private static void place(List<SeenEvent> aggregate, List<Placed> placed) {
    var latest = Instant.MIN;
    for (var event :
        aggregate.stream().sorted(Comparator.comparing(StoryOrder::version)).toList()) {
      latest = event.at().isAfter(latest) ? event.at() : latest;
      placed.add(new Placed(latest, event));
    }
  }

  private static long version(SeenEvent event) {
    return event.version() == null ? 0 : event.version();
  }
}
