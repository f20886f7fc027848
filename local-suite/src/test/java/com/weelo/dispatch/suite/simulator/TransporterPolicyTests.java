package com.weelo.dispatch.suite.simulator;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.simulator.TransporterPolicy.Intent;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransporterPolicyTests {

  private final TransporterPolicy policy = new TransporterPolicy(1, "transporter");

  @Test
  void it_reserves_no_more_than_it_has_and_than_are_wanted() {
    assertThat(IntStream.range(0, 100).map(n -> policy.trucks(5, 3)).boxed().collect(toSet()))
        .containsExactlyInAnyOrder(1, 2, 3);
    assertThat(policy.trucks(1, 9)).isEqualTo(1);
  }

  @Test
  void holds_end_in_all_ways() {
    assertThat(IntStream.range(0, 200).mapToObj(n -> policy.intent()).collect(toSet()))
        .containsExactlyInAnyOrder(Intent.values());
  }

  @Test
  void it_wants_some_orders_and_does_not_change_its_mind() {
    var wanted =
        IntStream.range(0, 100).mapToObj(Integer::toString).filter(policy::isInterestedIn).toList();

    assertThat(wanted).hasSizeBetween(40, 95).allMatch(policy::isInterestedIn);
  }
}
