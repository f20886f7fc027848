package com.weelo.dispatch.suite.verify;

import static java.util.Comparator.comparing;

import com.weelo.dispatch.suite.SuiteService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The versions of each aggregate's events are 1 to n, each there once, and first seen in order. */
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
    broken.addAll(behindTheirTable(evidence));
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

  /** The table counts a booking's events too. */
  private static List<String> behindTheirTable(Evidence evidence) {
    return evidence
        .database(SuiteService.BOOKING)
        .sql(
            """
            SELECT id || ' counts ' || version || ' changes and has ' || count(event_id) || ' events'
            FROM bookings LEFT JOIN outbox ON event_key = id
            WHERE bookings.created_at BETWEEN :since AND :until
            GROUP BY id HAVING version <> count(event_id)
            """)
        .param("since", evidence.rememberedSince())
        .param("until", evidence.settledUntil())
        .query((row, number) -> row.getString(1))
        .list();
  }

  private static long version(SeenEvent event) {
    return Objects.requireNonNull(event.version());
  }
}
