package com.weelo.dispatch.suite.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class DispatchCommandTests {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void what_was_misunderstood_is_told_in_two_lines() {
    var status = run("replay", "--topic", "booking.created", "--from", "yesterday");

    assertThat(status).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8).lines())
        .satisfiesExactly(
            misuse -> assertThat(misuse).startsWith("dispatch: ").contains("yesterday is no time"),
            help -> assertThat(help).isEqualTo("See: dispatch replay --help"));
  }

  @Test
  void an_id_has_to_be_said() {
    assertThat(run("history")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("dispatch: ", "ID", "See: dispatch history --help");
  }

  private int run(String... args) {
    return DispatchCommand.run(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), args);
  }
}
