package com.weelo.dispatch.suite.simulator;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.data.Freight;
import com.weelo.dispatch.suite.data.FreightBooking;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetPlanTests {

  private final Freight freight = Freight.madeUp();
  private final List<FleetTruck> trucks =
      FleetPlan.of(freight).stream().flatMap(List::stream).toList();

  @Test
  void every_spelling_has_a_truck() {
    assertThat(trucks.stream().map(FleetTruck::spelling).collect(toSet()))
        .isEqualTo(freight.bookings().stream().map(FreightBooking::vehicleType).collect(toSet()));
  }

  @Test
  void no_truck_is_in_two_fleets() {
    assertThat(trucks).extracting(FleetTruck::plate).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void trucks_stand_where_they_were_loaded() {
    assertThat(trucks)
        .allSatisfy(truck ->
            assertThat(freight.bookings())
                .anySatisfy(booking -> {
                  assertThat(booking.vehicleId()).isEqualTo(truck.plate());
                  assertThat(booking.pickup()).isEqualTo(truck.home());
                }));
  }
}
