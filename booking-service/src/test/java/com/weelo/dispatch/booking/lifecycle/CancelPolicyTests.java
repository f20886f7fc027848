package com.weelo.dispatch.booking.lifecycle;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CancelPolicyTests {

  @Test
  void the_matrix_is_the_one_that_the_readme_shows() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains(matrix());
  }

  @Test
  void on_the_road_only_ops_can_call_it_off() {
    assertThat(CancelPolicy.answer(Party.CUSTOMER, BookingStatus.IN_PROGRESS))
        .isEqualTo(CancelPolicy.Answer.TOO_LATE);
    assertThat(CancelPolicy.answer(Party.TRANSPORTER, BookingStatus.IN_PROGRESS))
        .isEqualTo(CancelPolicy.Answer.TOO_LATE);
    assertThat(CancelPolicy.answer(Party.OPS, BookingStatus.IN_PROGRESS))
        .isEqualTo(CancelPolicy.Answer.CANCEL);
  }

  private static String matrix() {
    return Arrays.stream(BookingStatus.values())
        .map(status -> "| %s | %s |".formatted(status.code(), row(status)))
        .collect(joining("\n"));
  }

  private static String row(BookingStatus status) {
    return Arrays.stream(Party.values())
        .map(party ->
            switch (CancelPolicy.answer(party, status)) {
              case CANCEL -> "yes";
              case TOO_LATE -> "too late";
              case ALREADY_CANCELLED -> "is so already";
            })
        .collect(joining(" | "));
  }
}
