package com.weelo.dispatch.booking.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.VehicleType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EstimatePolicyTests {

  private static final VehicleType TANKER = new VehicleType("TANKER");
  private static final VehicleType TIPPER = new VehicleType("TIPPER");
  private static final GeoPoint HERE = new GeoPoint(0, 0);

  /** 111,195 metres away. */
  private static final GeoPoint ONE_DEGREE_NORTH = new GeoPoint(1, 0);

  private final EstimatePolicy policy =
      new EstimatePolicy("INR", new Fare(100, 2), Map.of(TANKER, new Fare(5_000, 10)), 36);

  @Test
  void a_trip_costs_its_base_fare_and_so_much_for_each_kilometre() {
    assertThat(policy.estimate(TANKER, HERE, ONE_DEGREE_NORTH).price())
        .isEqualTo(new Money(5_000 + 1_112, "INR"));
  }

  @Test
  void a_vehicle_type_without_a_fare_of_its_own_has_the_usual_one() {
    assertThat(policy.estimate(TIPPER, HERE, ONE_DEGREE_NORTH).price())
        .isEqualTo(new Money(100 + 222, "INR"));
  }

  @Test
  void it_takes_as_long_as_the_average_speed_makes_it() {
    var estimate = policy.estimate(TANKER, HERE, ONE_DEGREE_NORTH);

    assertThat(estimate.distanceMeters()).isEqualTo(111_195);
    assertThat(estimate.etaSeconds()).isEqualTo(11_120); // 36 km/h are 10 m/s
  }

  @Test
  void staying_where_one_is_costs_the_base_fare() {
    assertThat(policy.estimate(TANKER, HERE, HERE))
        .isEqualTo(new Estimate(0, 0, new Money(5_000, "INR")));
  }
}
