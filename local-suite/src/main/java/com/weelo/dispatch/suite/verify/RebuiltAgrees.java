package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.groupingBy;

import com.weelo.dispatch.suite.SuiteService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whatever is rebuilt of its events alone is what stands in its table. */
final class RebuiltAgrees implements Invariant {

  @Override
  public String name() {
    return "what is rebuilt of events alone is what the tables say";
  }

  @Override
  public Finding check(Evidence evidence) {
    var rebuilt = rebuild(evidence);
    var broken = new ArrayList<String>();
    var compared =
        compare(
                evidence,
                SuiteService.BOOKING,
                "SELECT 'booking ' || id, status, transporter_id, version FROM bookings",
                rebuilt,
                broken)
            + compare(
                evidence,
                SuiteService.ORDER,
                """
                SELECT 'order ' || id, status, NULL, version FROM orders
                UNION ALL
                SELECT 'assignment ' || id, status, transporter_id, version
                FROM assignments
                """,
                rebuilt,
                broken);
    return new Finding("%d bookings, orders and assignments".formatted(compared), broken);
  }

  /** By aggregate; only what has come to rest, and whose whole history is kept. */
  private static Map<String, Rebuilt> rebuild(Evidence evidence) {
    var aggregates =
        evidence.history().aggregates().stream()
            .collect(groupingBy(events -> events.getFirst().aggregate()));
    var trips =
        evidence.history().firsts().values().stream()
            .filter(event -> event.type().startsWith("assignment."))
            .collect(groupingBy(SeenEvent::key));
    var settled = evidence.settledUntil().toInstant().toEpochMilli();
    var since = evidence.rememberedSince().toInstant().toEpochMilli();
    var rebuilt = new HashMap<String, Rebuilt>();
    aggregates.forEach((name, histories) -> {
      var events = histories.getFirst();
      var all = new ArrayList<>(events);
      all.addAll(trips.getOrDefault(events.getFirst().key(), List.of()));
      if (all.stream().allMatch(event -> event.sentAt() >= since && event.sentAt() < settled)) {
        rebuild(name, events, trips).ifPresent(state -> rebuilt.put(name, state));
      }
    });
    return rebuilt;
  }

  private static Optional<Rebuilt> rebuild(
      String name, Collection<SeenEvent> events, Map<String, List<SeenEvent>> trips) {
    return switch (name.substring(0, name.indexOf(' '))) {
      case "booking" ->
          Optional.of(
              Rebuilt.booking(
                  events, trips.getOrDefault(events.iterator().next().key(), List.of())));
      case "order" -> Optional.of(Rebuilt.order(events));
      case "assignment" -> Optional.of(Rebuilt.assignment(events));
      default -> Optional.empty();
    };
  }

  private static long compare(
      Evidence evidence,
      SuiteService service,
      String stored,
      Map<String, Rebuilt> rebuilt,
      List<String> broken) {
    var compared = new long[1];
    evidence
        .database(service)
        .sql(stored)
        .query(row -> {
          var known = rebuilt.get(row.getString(1));
          if (known == null) {
            return; // under way, or older than what is remembered
          }
          compared[0]++;
          var table = new Rebuilt(row.getString(2), row.getString(3), row.getLong(4));
          if (!table.equals(known)) {
            broken.add("%s is %s, and by its events %s".formatted(row.getString(1), table, known));
          }
        });
    return compared[0];
  }
}
