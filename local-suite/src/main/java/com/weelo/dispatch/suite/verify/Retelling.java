package com.weelo.dispatch.suite.verify;

import static java.util.Objects.requireNonNull;

import com.weelo.dispatch.events.EventTypes;
import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** A booking's or order's history, and what it comes to beside what its table says. */
public final class Retelling {

  /** What is on its way from a table to its topic is waited for. */
  private static final Patience ON_ITS_WAY = new Patience(Duration.ofSeconds(5));

  private static final List<String> FAMILIES =
      List.of("booking.", "order.", "truck.", "assignment.", "payment.");

  private final SuitePorts ports;

  public Retelling(SuitePorts ports) {
    this.ports = ports;
  }

  /**
   * An event of it.
   *
   * @param version 0 for one that counts none
   */
  public record Step(Instant at, String type, long version, JsonNode data) {}

  /**
   * All of it.
   *
   * @param kind {@code booking} or {@code order}
   * @param steps in order
   * @param complete whether Kafka still has all of its own events, from the first
   * @param rebuilt what it is by its events alone
   * @param stored what its table says
   */
  public record Told(
      String kind, List<Step> steps, boolean complete, String rebuilt, String stored) {

    public boolean agrees() {
      return rebuilt.equals(stored);
    }
  }

  /**
   * @return empty where no event and no table tells of it
   */
  public Optional<Told> of(String id) throws Exception {
    return ON_ITS_WAY.until(
        told -> told.isEmpty() || told.get().agrees(),
        () -> {
          try (var topics = new TopicReader(SuitePorts.HOST + ":" + ports.kafka())) {
            var events = EventHistory.read(topics, topics(), id).firsts().values();
            return booking(id, events).or(() -> order(id, events));
          }
        });
  }

  private static List<String> topics() {
    return EventTypes.all().stream()
        .map(EventTypes.Description::name)
        .filter(name -> FAMILIES.stream().anyMatch(name::startsWith))
        .toList();
  }

  private Optional<Told> booking(String id, Collection<SeenEvent> events) {
    var own = ofFamilies(events, "booking.");
    var rebuilt = Rebuilt.booking(own, ofFamilies(events, "assignment."));
    var stored =
        stored(
            SuiteService.BOOKING,
            "SELECT status, transporter_id, version FROM bookings WHERE id = ?",
            id);
    return told("booking", events, own, rebuilt, stored);
  }

  private Optional<Told> order(String id, Collection<SeenEvent> events) {
    var own = ofFamilies(events, "order.", "truck.");
    var stored =
        stored(SuiteService.ORDER, "SELECT status, NULL, version FROM orders WHERE id = ?", id);
    return told("order", events, own, Rebuilt.order(own), stored);
  }

  private static Optional<Told> told(
      String kind,
      Collection<SeenEvent> events,
      List<SeenEvent> own,
      Rebuilt rebuilt,
      Optional<Rebuilt> stored) {
    if (own.isEmpty() && stored.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Told(
            kind,
            StoryOrder.of(events).stream().map(Retelling::step).toList(),
            isComplete(own),
            own.isEmpty() ? "nothing" : rebuilt.toString(),
            stored.map(Rebuilt::toString).orElse("nothing")));
  }

  private static List<SeenEvent> ofFamilies(Collection<SeenEvent> events, String... families) {
    return events.stream()
        .filter(event -> event.version() != null) // the others were put there by hand
        .filter(event -> List.of(families).stream().anyMatch(event.type()::startsWith))
        .toList();
  }

  private static boolean isComplete(List<SeenEvent> own) {
    return own.stream()
        .map(event -> requireNonNull(event.version()))
        .sorted()
        .toList()
        .equals(LongStream.rangeClosed(1, own.size()).boxed().toList());
  }

  private static Step step(SeenEvent event) {
    var version = event.version();
    return new Step(event.at(), event.type(), version == null ? 0 : version, event.data());
  }

  private Optional<Rebuilt> stored(SuiteService service, String row, String id) {
    return JdbcClient.create(
            new DriverManagerDataSource(
                SuiteDatabases.url(service.database().orElseThrow(), ports),
                SuiteDatabases.USER,
                SuiteDatabases.PASSWORD))
        .sql(row)
        .param(id)
        .query((found, number) ->
            new Rebuilt(found.getString(1), found.getString(2), found.getLong(3)))
        .optional();
  }
}
