package com.weelo.dispatch.order.orders;

import static com.weelo.dispatch.events.FillPolicy.ALL_OR_NOTHING;
import static com.weelo.dispatch.events.FillPolicy.AT_LEAST;
import static com.weelo.dispatch.events.FillPolicy.BEST_EFFORT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuorumPolicyTests {

  @Test
  void all_or_nothing_takes_every_truck_whatever_else_is_named() {
    assertThat(QuorumPolicy.quorum(ALL_OR_NOTHING, 12, null)).isEqualTo(12);
    assertThat(QuorumPolicy.quorum(ALL_OR_NOTHING, 12, 3)).isEqualTo(12);
  }

  @Test
  void at_least_takes_the_minimum() {
    assertThat(QuorumPolicy.quorum(AT_LEAST, 12, 3)).isEqualTo(3);
    assertThat(QuorumPolicy.quorum(AT_LEAST, 12, 12)).isEqualTo(12);
  }

  @Test
  void best_effort_takes_a_truck() {
    assertThat(QuorumPolicy.quorum(BEST_EFFORT, 12, 5)).isEqualTo(1);
  }
}
