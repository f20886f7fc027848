package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FillStepTests {

  @Test
  void a_step_is_read_as_it_was_told() {
    var step = FillStep.of(told(3, 1, 2));

    assertThat(step.orderId()).isEqualTo("o");
    assertThat(step.status()).isEqualTo("partially_filled");
    assertThat(step.trucksRequested()).isEqualTo(3);
    assertThat(step.trucksFilled()).isEqualTo(2);
    assertThat(step.overfilled()).isEmpty();
  }

  @Test
  void more_trucks_than_wanted_are_found() {
    assertThat(FillStep.of(told(3, 2, 2)).overfilled())
        .containsExactly("o is told to have 4 of 3 × PICKUP");
  }

  @Test
  void the_last_step_is_that_of_the_highest_version() {
    var early = FillStep.of(told(3, 0, 0));
    var late = new FillStep("o", 9, "a", "b", early.requested(), early.held(), early.filled());

    assertThat(FillStep.last(List.of(late, early))).isEqualTo(late);
  }

  private static SeenEvent told(int requested, int held, int filled) {
    var json =
        """
        {"data": {"previousStatus": "searching", "status": "partially_filled", "fill":
          [{"vehicleType": "PICKUP", "requested": %d, "held": %d, "filled": %d}]}}
        """
            .formatted(requested, held, filled);
    return new SeenEvent(
        new UUID(0, 1), "order.status.changed", "o", 4L, 100, json.getBytes(UTF_8));
  }
}
