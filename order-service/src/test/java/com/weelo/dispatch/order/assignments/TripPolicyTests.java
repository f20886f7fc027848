package com.weelo.dispatch.order.assignments;

import static com.weelo.dispatch.events.TripStatus.ARRIVED;
import static com.weelo.dispatch.events.TripStatus.ASSIGNED;
import static com.weelo.dispatch.events.TripStatus.CANCELLED;
import static com.weelo.dispatch.events.TripStatus.DELIVERED;
import static com.weelo.dispatch.events.TripStatus.EN_ROUTE;
import static com.weelo.dispatch.events.TripStatus.IN_TRANSIT;
import static com.weelo.dispatch.events.TripStatus.LOADED;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.TripStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TripPolicyTests {

  private static final Map<TripStatus, Set<TripStatus>> STEPS =
      Map.of(
          ASSIGNED, Set.of(EN_ROUTE, CANCELLED),
          EN_ROUTE, Set.of(ARRIVED, CANCELLED),
          ARRIVED, Set.of(LOADED, CANCELLED),
          LOADED, Set.of(IN_TRANSIT, CANCELLED),
          IN_TRANSIT, Set.of(DELIVERED, CANCELLED),
          DELIVERED, Set.of(),
          CANCELLED, Set.of());

  @Test
  void a_trip_takes_one_step_after_the_other_and_no_other() {
    assertThat(TripStatus.values())
        .allSatisfy(from ->
            assertThat(Arrays.stream(TripStatus.values()).filter(to -> TripPolicy.allows(from, to)))
                .containsExactlyInAnyOrderElementsOf(STEPS.getOrDefault(from, Set.of())));
  }

  @Test
  void a_trip_is_over_where_no_step_is_left() {
    assertThat(TripStatus.values())
        .allSatisfy(status ->
            assertThat(TripPolicy.isOver(status))
                .isEqualTo(
                    Arrays.stream(TripStatus.values())
                        .noneMatch(next -> TripPolicy.allows(status, next))));
    assertThat(List.of(TripStatus.values()).stream().filter(TripPolicy::isOver))
        .containsExactly(DELIVERED, CANCELLED);
  }
}
