package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.SuiteSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A booking's or order's history, and what it comes to beside what its table says. */
public final class Retelling {

  private final SuiteSettings suite;
  private final Clock clock;

  public Retelling(SuiteSettings suite, Clock clock) {
    this.suite = suite;
    this.clock = clock;
  }

  /** An event of it. */
  public record Step(Instant at, String type, long version, String data) {}

  /**
   * All of it.
   *
   * @param steps in the order in which they were sent
   * @param rebuilt what it is by its events alone
   * @param stored what its table says
   */
  public record Told(List<Step> steps, String rebuilt, String stored) {

    public boolean agrees() {
      return rebuilt.equals(stored);
    }
  }

  /**
   * @return empty where no event tells of it
   */
  public Optional<Told> of(String id) {
    var settings = new VerifySettings(suite, null, 0, VerifySettings.DEFAULT_PATIENCE);
    try (var evidence = new Evidence(settings, clock)) {
      var events =
          evidence.history().firsts().values().stream()
              .filter(event -> event.key().equals(id))
              .sorted(Comparator.comparing(SeenEvent::sentAt))
              .toList();
      var own = ofFamilies(events, "booking.");
      var booking = !own.isEmpty();
      if (!booking) {
        own = ofFamilies(events, "order.", "truck.");
      }
      if (own.isEmpty()) {
        return Optional.empty();
      }
      var rebuilt =
          booking ? Rebuilt.booking(own, ofFamilies(events, "assignment.")) : Rebuilt.order(own);
      return Optional.of(
          new Told(
              events.stream().map(Retelling::step).toList(),
              rebuilt.toString(),
              stored(evidence, id, booking)));
    }
  }

  private static List<SeenEvent> ofFamilies(List<SeenEvent> events, String... families) {
    return events.stream()
        .filter(event -> List.of(families).stream().anyMatch(event.type()::startsWith))
        .toList();
  }

  private static Step step(SeenEvent event) {
    var version = event.version();
    return new Step(
        Instant.ofEpochMilli(event.sentAt()),
        event.type(),
        version == null ? 0 : version,
        event.data().toString());
  }

  private static String stored(Evidence evidence, String id, boolean booking) {
    var service = booking ? SuiteService.BOOKING : SuiteService.ORDER;
    var row =
        booking
            ? "SELECT status, transporter_id, version FROM bookings WHERE id = ?"
            : "SELECT status, NULL, version FROM orders WHERE id = ?";
    return evidence
        .database(service)
        .sql(row)
        .param(id)
        .query((found, number) ->
            new Rebuilt(found.getString(1), found.getString(2), found.getLong(3)).toString())
        .optional()
        .orElse("nothing");
  }
}
