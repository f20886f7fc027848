package com.weelo.dispatch.order.orders;

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
  void once_a_truck_has_set_off_only_ops_can_call_it_off() {
    assertThat(CancelPolicy.answer(Party.CUSTOMER, OrderStatus.PARTIALLY_FILLED, true))
        .isEqualTo(CancelPolicy.Answer.TOO_LATE);
    assertThat(CancelPolicy.answer(Party.OPS, OrderStatus.PARTIALLY_FILLED, true))
        .isEqualTo(CancelPolicy.Answer.CANCEL);
  }

  private static String matrix() {
    return Arrays.stream(OrderStatus.values())
        .map(status ->
            "| %s | %s | %s | %s |"
                .formatted(
                    status.code(),
                    word(Party.CUSTOMER, status, false),
                    word(Party.CUSTOMER, status, true),
                    word(Party.OPS, status, true)))
        .collect(joining("\n"));
  }

  private static String word(Party by, OrderStatus status, boolean onTheRoad) {
    return switch (CancelPolicy.answer(by, status, onTheRoad)) {
      case CANCEL -> "yes";
      case TOO_LATE -> "too late";
      case ALREADY_CANCELLED -> "is so already";
    };
  }
}
