package com.weelo.dispatch.suite.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.client.Json;
import com.weelo.dispatch.suite.verify.Retelling.Step;
import com.weelo.dispatch.suite.verify.Retelling.Told;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryLinesTests {

  private static final List<Step> STEPS =
      List.of(
          step(
              "12:00:00Z",
              "booking.created",
              1,
              """
              {"bookingId":"b","pickup":{"latitude":12.9},"offers":[{},{}],"goods":null}\
              """),
          step("12:00:01.5Z", "payment.completed", 0, "{\"method\":\"cash\"}"));

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void each_event_is_a_line_and_what_they_come_to_stands_below() {
    print(
        false, new Told("booking", STEPS, true, "searching (version 1)", "searching (version 1)"));

    assertThat(lines())
        .containsExactly(
            "booking b",
            "2026-05-04T12:00:00.000Z  booking.created     1  pickup.latitude=12.9 offers=[2]",
            "2026-05-04T12:00:01.500Z  payment.completed      method=cash",
            "by its events  searching (version 1)",
            "in its table   searching (version 1)",
            "✔ Its events come to what its table says.");
  }

  @Test
  void a_terminal_shows_as_much_as_fits() {
    print(true, new Told("booking", STEPS, true, "searching", "searching"));

    assertThat(lines().get(1))
        .isEqualTo("2026-05-04T12:00:00.000Z  booking.created     1  pickup.la…")
        .hasSizeLessThan(60);
  }

  @Test
  void where_they_differ_it_says_whether_that_can_be_because_of_their_age() {
    print(false, new Told("booking", STEPS, true, "searching", "expired"));
    print(false, new Told("booking", STEPS, false, "searching", "expired"));

    assertThat(lines())
        .containsSubsequence(
            "✘ Its events come to something else.",
            "✘ Kafka does not have all of its events any more.");
  }

  private void print(boolean interactive, Told told) {
    var terminal = new Terminal(new PrintStream(out, true, UTF_8), interactive, false, 60);
    new HistoryLines(terminal).print("b", told);
  }

  private List<String> lines() {
    return out.toString(UTF_8).lines().toList();
  }

  private static Step step(String time, String type, long version, String data) {
    return new Step(Instant.parse("2026-05-04T" + time), type, version, Json.tree(data));
  }
}
