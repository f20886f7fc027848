package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.groupingBy;

import com.weelo.dispatch.suite.SuiteService;
import java.util.ArrayList;
import java.util.List;

/** The table, the outbox and the topic agree on who won each booking, and it is one. */
final class OneWinner implements Invariant {

  private static final String ACCEPTED = "booking.accepted";

  /**
   * An accepted booking.
   *
   * @param written how often its outbox says that it is accepted
   */
  private record Acceptance(String bookingId, String transporter, long written) {}

  @Override
  public String name() {
    return "one winner for each accepted booking, told once";
  }

  @Override
  public Finding check(Evidence evidence) {
    var told = evidence.history().ofType(ACCEPTED).stream().collect(groupingBy(SeenEvent::key));
    var accepted = acceptances(evidence);
    var broken = new ArrayList<String>();
    for (var acceptance : accepted) {
      if (acceptance.written() != 1) {
        broken.add(
            "%s is accepted %d times in its outbox"
                .formatted(acceptance.bookingId(), acceptance.written()));
      }
      compare(acceptance, told.getOrDefault(acceptance.bookingId(), List.of()), broken);
    }
    told.forEach((bookingId, events) -> {
      if (events.size() > 1) {
        broken.add("%s is accepted %d times on the topic".formatted(bookingId, events.size()));
      }
    });
    return new Finding(accepted.size() + " accepted bookings", broken);
  }

  private static void compare(Acceptance acceptance, List<SeenEvent> told, List<String> broken) {
    if (told.isEmpty()) {
      broken.add(acceptance.bookingId() + " is accepted, but not on the topic");
    }
    for (var event : told) {
      var winner = event.data().path("transporterId").asString("");
      if (!winner.equals(acceptance.transporter())) {
        broken.add(
            "%s belongs to %s in the table and to %s on the topic"
                .formatted(acceptance.bookingId(), acceptance.transporter(), winner));
      }
    }
  }

  private static List<Acceptance> acceptances(Evidence evidence) {
    return evidence
        .database(SuiteService.BOOKING)
        .sql(
            """
            SELECT id, transporter_id, count(event_id)
            FROM bookings
            LEFT JOIN outbox ON event_key = id AND event_type = :accepted
            WHERE transporter_id IS NOT NULL AND accepted_at BETWEEN :since AND :until
            GROUP BY id, transporter_id
            """)
        .param("accepted", ACCEPTED)
        .param("since", evidence.rememberedSince())
        .param("until", evidence.settledUntil())
        .query((row, number) -> new Acceptance(row.getString(1), row.getString(2), row.getLong(3)))
        .list();
  }
}
