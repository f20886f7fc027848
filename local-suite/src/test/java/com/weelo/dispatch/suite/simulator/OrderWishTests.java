package com.weelo.dispatch.suite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.data.FreightOrder;
import com.weelo.dispatch.suite.simulator.OrderWish.FillPolicy;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderWishTests {

  private static final FreightOrder FREIGHT =
      new FreightOrder(
          new GeoPoint(12.8, 79.7), new GeoPoint(13.1, 80.2), "here", "there", Map.of());

  @Test
  void at_least_two_out_of_three_are_wanted_where_a_minimum_is() {
    assertThat(wish(FillPolicy.AT_LEAST, 1).body()).containsEntry("minimumTrucks", 1);
    assertThat(wish(FillPolicy.AT_LEAST, 4).body()).containsEntry("minimumTrucks", 3);
    assertThat(wish(FillPolicy.BEST_EFFORT, 4).body()).doesNotContainKey("minimumTrucks");
  }

  @Test
  void all_policies_come_up() {
    var mind = new SplittableRandom(1);

    assertThat(
            IntStream.range(0, 30)
                .mapToObj(n -> OrderWish.of(FREIGHT, Map.of("PICKUP", 1), mind).policy())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(FillPolicy.values());
  }

  @Test
  void the_price_is_that_of_all_trucks() {
    assertThat(wish(FillPolicy.BEST_EFFORT, 4).price())
        .isEqualTo(4 * wish(FillPolicy.BEST_EFFORT, 1).price())
        .isPositive();
  }

  private static OrderWish wish(FillPolicy policy, int trucks) {
    return new OrderWish(FREIGHT, Map.of("PICKUP", trucks), policy);
  }
}
