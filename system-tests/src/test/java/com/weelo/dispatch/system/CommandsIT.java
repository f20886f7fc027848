package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.client.Json;
import com.weelo.dispatch.suite.client.RestCall;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an operator asks the running suite on the command line. */
@SystemTest
class CommandsIT {

  private static final Pattern HOLDS =
      Pattern.compile("✔ The record is as it was written: ([\\d,]+) links, ([\\d,]+) seals, .* s");

  private final RunningSuite suite;
  private final City city;

  CommandsIT(RunningSuite suite) {
    this.suite = suite;
    this.city = suite.city();
  }

  @Test
  void historyTellsABookingByItsEventsAndFindsItsTableInAgreement() {
    var captain = captain();
    var booking = new Ride(suite, captain, city.customer()).happens();

    var history = suite.command("history", booking);

    var told = new ArrayList<>(List.of("booking.created 1", "booking.accepted 2"));
    told.add("assignment.created 1 assigned");
    for (var step = 0; step < Ride.STEPS.size(); step++) {
      told.add("assignment.updated %d %s".formatted(step + 2, Ride.STEPS.get(step)));
    }
    told.add("booking.completed 3");
    assertThat(history.out().getFirst()).isEqualTo("booking " + booking);
    assertThat(events(history)).containsExactlyElementsOf(told);
    var state = "completed with " + captain.id() + " (version 3)";
    assertThat(history.out())
        .endsWith(
            "by its events  " + state,
            "in its table   " + state,
            "✔ Its events come to what its table says.");
    assertThat(history.err()).isEmpty();
    assertThat(history.status()).isZero();
  }

  @Test
  void historyTellsAnOrderLikewise() {
    var customer = city.customer();
    var order = order(customer);

    var history = suite.command("history", order);

    assertThat(history.out().getFirst()).isEqualTo("order " + order);
    assertThat(events(history))
        .extracting(event -> event.split(" ", 2)[0])
        .startsWith("order.created")
        .containsOnlyOnce("order.cancelled");
    assertThat(history.out())
        .anyMatch(line -> line.startsWith("in its table   cancelled (version "))
        .endsWith("✔ Its events come to what its table says.");
    assertThat(history.status()).isZero();
  }

  @Test
  void whatNobodyKnowsHasNoHistory() {
    var history = suite.command("history", "nobody-knows");

    assertThat(history.err())
        .containsExactly("dispatch: there is no booking and no order nobody-knows");
    assertThat(history.out()).isEmpty();
    assertThat(history.status()).isEqualTo(1);
  }

  @Test
  void replayPrintsTheEventsSinceThenEachOnItsLine() {
    var captain = captain();
    captain.app().await("new_broadcast", city.customer().books());
    var from = Instant.now().plusMillis(1);
    await().until(() -> Instant.now().isAfter(from));
    var since = Stream.generate(() -> city.customer().books()).limit(3).toList();
    since.forEach(booking -> captain.app().await("new_broadcast", booking));

    var replay = suite.command("replay", "--topic", "booking.created", "--from", from.toString());

    assertThat(replay.out())
        .map(Json::tree)
        .allMatch(event -> event.path("eventType").asString().equals("booking.created"))
        .map(event -> event.path("data").path("bookingId").asString())
        .containsExactlyInAnyOrderElementsOf(since);
    assertThat(replay.err()).isEmpty();
    assertThat(replay.status()).isZero();
  }

  @Test
  void replayOfATopicThatThereIsNotNamesThoseThatThereAre() {
    var replay = suite.command("replay", "--topic", "booking.dreamt", "--from", "1h");

    assertThat(replay.err())
        .singleElement()
        .asString()
        .startsWith("dispatch: there is no topic booking.dreamt; there are booking.accepted, ")
        .doesNotContain(".dlt");
    assertThat(replay.out()).isEmpty();
    assertThat(replay.status()).isEqualTo(1);
  }

  @Test
  void aRunningWorkerIsNotRewound() {
    captain().app().await("new_broadcast", city.customer().books());

    for (var group : List.of("analytics-worker.facts", "broadcast-worker.events")) {
      var replay =
          suite.command("replay", "--topic", "booking.created", "--from", "1h", "--group", group);

      var worker = group.substring(0, group.indexOf('.'));
      assertThat(replay.err())
          .singleElement()
          .asString()
          .startsWith("dispatch: %s is running; stop %s first".formatted(group, worker));
      assertThat(replay.out()).isEmpty();
      assertThat(replay.status()).isEqualTo(1);
    }
  }

  @Test
  void auditVerifySaysHowManyLinksAndSealsHold() throws IOException {
    captain().app().await("new_broadcast", city.customer().books());
    awaitLink();
    var sealsBefore = seals();

    var audit = suite.command("audit", "verify");

    assertThat(audit.err()).isEmpty();
    assertThat(audit.out()).last().asString().matches(HOLDS);
    var held = HOLDS.matcher(audit.out().getLast());
    assertThat(held.matches()).isTrue();
    assertThat(number(held.group(1))).isPositive();
    assertThat(number(held.group(2))).isBetween(sealsBefore, seals());
    assertThat(audit.status()).isZero();
  }

  private Captain captain() {
    return city.withCaptains(1).around(city.market()).getFirst();
  }

  private String order(Customer customer) {
    var orders = suite.client().order();
    var placed =
        RestCall.post("/api/v1/orders", BadOrdersWorld.draft(city, 2))
            .by(customer.token())
            .once("two trucks");
    var order = Answer.to(orders.send(placed), 201).json().path("orderId").asString();
    var cancelled = RestCall.post("/api/v1/orders/" + order + "/cancel", Map.of("reason", "rain"));
    Answer.to(orders.send(cancelled.by(customer.token())), 200);
    return order;
  }

  /**
   * Type and version of each, and of a trip's its status; the search may have gone on meanwhile.
   */
  private static List<String> events(Command history) {
    return history.out().stream()
        .filter(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z  .*"))
        .map(line -> line.split(" +"))
        .filter(words -> !words[1].equals("booking.rebroadcast"))
        .map(words -> String.join(" ", words[1], words[2], status(words)).strip())
        .toList();
  }

  private static String status(String[] words) {
    return Stream.of(words)
        .filter(word -> word.startsWith("status="))
        .map(word -> word.substring("status=".length()))
        .findAny()
        .orElse("");
  }

  private void awaitLink() {
    await("the record of something")
        .atMost(SystemTest.PATIENCE)
        .until(() -> !suite.command("audit", "verify").out().getLast().contains(" 0 links"));
  }

  /** Each instance of the worker writes each of them down. */
  private long seals() throws IOException {
    var file = suite.auditSeals();
    if (!Files.exists(file)) {
      return 0;
    }
    try (var lines = Files.lines(file)) {
      return lines.distinct().count();
    }
  }

  private static long number(String printed) {
    return Long.parseLong(printed.replace(",", ""));
  }
}
