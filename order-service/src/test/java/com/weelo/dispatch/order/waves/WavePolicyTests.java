package com.weelo.dispatch.order.waves;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.order.waves.WavePolicy.Reach;
import com.weelo.dispatch.platform.redis.NearbyDrivers.Nearby;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WavePolicyTests {

  private final WavePolicy policy = new WavePolicy(2, 3, 1_000, 5_000);

  @Test
  void the_nearest_are_reached_until_the_wave_is_full() {
    var reach = policy.decide(2, drivers("a", "b", "c"), List.of(), oneEach("a", "b", "c"));

    assertThat(reach.offers())
        .containsExactly(
            new Offer(new TransporterId("a"), new DriverId("a-1"), 1),
            new Offer(new TransporterId("b"), new DriverId("b-2"), 2));
    assertThat(reach.isFull()).isTrue();
  }

  @Test
  void it_reaches_more_where_those_have_too_few_vehicles() {
    var nearby = drivers("a", "b", "c", "d");

    assertThat(reached(policy.decide(3, nearby, List.of(), oneEach("a", "b", "c", "d"))))
        .containsExactly("a", "b", "c");
    assertThat(reached(policy.decide(9, nearby, List.of(), oneEach("a", "b", "c", "d"))))
        .containsExactly("a", "b", "c");
  }

  @Test
  void it_reaches_its_size_even_where_one_transporter_has_enough() {
    var free = Map.of(new TransporterId("a"), 50, new TransporterId("b"), 1);

    assertThat(reached(policy.decide(2, drivers("a", "b"), List.of(), free)))
        .containsExactly("a", "b");
  }

  @Test
  void who_has_no_vehicle_free_is_passed_over() {
    assertThat(reached(policy.decide(1, drivers("a", "b"), List.of(), oneEach("b"))))
        .containsExactly("b");
  }

  @Test
  void who_has_a_standing_offer_is_passed_over() {
    var asked = List.of(new TransporterId("a"));

    assertThat(reached(policy.decide(1, drivers("a", "b"), asked, oneEach("a", "b"))))
        .containsExactly("b");
  }

  @Test
  void a_transporter_is_reached_once_through_its_nearest_driver() {
    var reach = policy.decide(1, drivers("a", "a", "b"), List.of(), oneEach("a", "b"));

    assertThat(reach.offers())
        .extracting(offer -> offer.driverId().value())
        .containsExactly("a-1", "b-3");
  }

  @Test
  void it_says_whether_more_drivers_could_add_to_it() {
    assertThat(policy.decide(1, drivers("a"), List.of(), oneEach("a")).isFull()).isFalse();
    assertThat(policy.decide(3, drivers("a", "b"), List.of(), oneEach("a", "b")).isFull())
        .isFalse();
    assertThat(policy.decide(2, drivers("a", "b"), List.of(), oneEach("a", "b")).isFull()).isTrue();
  }

  @Test
  void the_radius_doubles_up_to_its_end() {
    assertThat(List.of(1, 2, 3, 4, 100, Integer.MAX_VALUE))
        .extracting(policy::radius)
        .containsExactly(1_000L, 2_000L, 4_000L, 5_000L, 5_000L, 5_000L);
  }

  private static List<String> reached(Reach reach) {
    return reach.offers().stream().map(offer -> offer.transporterId().value()).toList();
  }

  /** One driver of each transporter named, each a metre further away. */
  private static List<Nearby> drivers(String... transporters) {
    var drivers = new ArrayList<Nearby>();
    for (var transporter : transporters) {
      var meters = drivers.size() + 1;
      drivers.add(
          new Nearby(
              new DriverId(transporter + "-" + meters),
              new TransporterId(transporter),
              new GeoPoint(0, 0),
              meters,
              Duration.ZERO));
    }
    return drivers;
  }

  private static Map<TransporterId, Integer> oneEach(String... transporters) {
    return Arrays.stream(transporters).collect(toMap(TransporterId::new, transporter -> 1));
  }
}
