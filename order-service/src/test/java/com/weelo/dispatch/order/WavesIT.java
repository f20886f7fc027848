package com.weelo.dispatch.order;

import static com.weelo.dispatch.order.testing.Api.order;
import static com.weelo.dispatch.order.testing.Api.trucks;
import static com.weelo.dispatch.order.testing.Api.wanted;
import static com.weelo.dispatch.order.testing.Fleets.TANKER;
import static com.weelo.dispatch.order.testing.Fleets.TRUCK;
import static com.weelo.dispatch.order.testing.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Fleets;
import com.weelo.dispatch.order.testing.Fleets.Transporter;
import com.weelo.dispatch.order.testing.Invariants;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@OrderServiceTest
class WavesIT {

  private static final Duration WAVE = Duration.ofSeconds(10);

  private final Api api;
  private final Fleets fleets;
  private final PublishedEvents events;
  private final Invariants invariants;
  private final TestClock clock;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  WavesIT(Api api, Fleets fleets, PublishedEvents events, Invariants invariants, TestClock clock) {
    this.api = api;
    this.fleets = fleets;
    this.events = events;
    this.invariants = invariants;
    this.clock = clock;
  }

  @Test
  void each_wave_reaches_the_next_nearest_and_nobody_twice() {
    var near = fleets.near(place, 14, 1);
    var order = api.orders(customer, trucks(place, 1)).orderId();
    awaitWave(order, 1);

    clock.letPass(WAVE);

    awaitWave(order, 2);
    assertThat(offeredIn(waves(order).get(0))).isEqualTo(ids(near.subList(0, 10)));
    assertThat(offeredIn(waves(order).get(1))).isEqualTo(ids(near.subList(10, 14)));
    assertThat(waves(order).get(0).path("offers").get(0).path("distanceMeters").asInt())
        .isBetween(99, 101);
    invariants.hold(order);
  }

  @Test
  void a_wave_reaches_as_many_as_it_takes_to_have_trucks_enough() {
    var near = fleets.near(place, 14, 2);

    var order = api.orders(customer, trucks(place, 25)).orderId();

    awaitWave(order, 1);
    assertThat(offeredIn(waves(order).getFirst())).isEqualTo(ids(near.subList(0, 13)));
  }

  @Test
  void each_wave_reaches_twice_as_far() {
    var atThreeKilometres = fleets.at(place, 3_000, TRUCK, 1);
    var atFiveKilometres = fleets.at(place, 5_000, TRUCK, 1);
    var order = api.orders(customer, trucks(place, 1)).orderId();
    await().until(() -> api.reads(order).number("wave") == 1);

    for (var wave = 2; wave <= 3; wave++) {
      var number = wave;
      clock.letPass(WAVE);
      await().until(() -> api.reads(order).number("wave") == number);
    }

    assertThat(waves(order))
        .extracting(WavesIT::offeredIn)
        .containsExactly(List.of(atThreeKilometres.id()), List.of(atFiveKilometres.id()));
  }

  @Test
  void each_type_has_its_own_offers() {
    var trucker = fleets.at(place, 100, TRUCK, 1);
    var tanker = fleets.at(place, 200, TANKER, 1);

    var order =
        api.orders(customer, order(place, "best_effort", wanted(TRUCK, 2), wanted(TANKER, 3)))
            .orderId();

    await().until(() -> waves(order).size() == 2);
    assertThat(waves(order))
        .extracting(wave -> wave.path("vehicleType").asString(), WavesIT::offeredIn)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(TRUCK, List.of(trucker.id())),
            org.assertj.core.groups.Tuple.tuple(TANKER, List.of(tanker.id())));
    assertThat(waves(order)).extracting(wave -> wave.path("open").asInt()).containsExactly(2, 3);
  }

  @Test
  void who_has_no_such_truck_free_is_not_asked() {
    var busy = fleets.at(place, 100, TRUCK, 1);
    var none = fleets.at(place, 200, TRUCK, 0);
    var free = fleets.at(place, 300, TRUCK, 1);
    var first = api.orders("first-" + customer, trucks(place, 1)).orderId();
    awaitWave(first, 1);
    api.takes(busy, first, 1);

    var second = api.orders(customer, trucks(place, 1)).orderId();

    awaitWave(second, 1);
    assertThat(offeredIn(waves(second).getFirst())).containsExactly(free.id());
    assertThat(none.vehicles()).isEmpty();
  }

  @Test
  void a_large_fleet_in_front_does_not_hide_who_stands_behind_it() {
    var fleet = fleets.at(place, 100, TRUCK, 1);
    IntStream.range(0, 60).forEach(n -> fleets.drives(fleet.id(), place, 110, TRUCK));
    var behind = fleets.at(place, 1_500, TRUCK, 1);

    var order = api.orders(customer, trucks(place, 2)).orderId();

    awaitWave(order, 1);
    assertThat(offeredIn(waves(order).getFirst())).containsExactly(fleet.id(), behind.id());
  }

  @Test
  void nobody_is_asked_for_what_is_held_or_filled() {
    var near = fleets.near(place, 11, 1);
    var order = api.orders(customer, trucks(place, 1)).orderId();
    awaitWave(order, 1);
    api.takes(near.getFirst(), order, 1);

    clock.letPass(WAVE);
    var next = api.orders("next-" + customer, trucks(place, 1)).orderId();
    awaitWave(next, 1);

    assertThat(waves(order)).hasSize(1);
    invariants.hold(order);
  }

  @Test
  void what_is_open_again_after_a_hold_is_put_before_the_next_wave() {
    var near = fleets.near(place, 12, 1);
    var order = api.orders(customer, trucks(place, 1)).orderId();
    awaitWave(order, 1);
    api.holds(near.getFirst(), order, 1);
    clock.letPass(WAVE);
    await().until(() -> api.reads(order).number("wave") == 2);
    assertThat(waves(order)).hasSize(1);

    clock.letPass(WAVE);

    awaitWave(order, 2);
    assertThat(offeredIn(waves(order).getLast())).isEqualTo(ids(near.subList(10, 12)));
    assertThat(api.openFor(near.get(5)).body().path("truckRequests").size()).isEqualTo(1);
    invariants.hold(order);
  }

  private void awaitWave(String order, int told) {
    await().until(() -> waves(order).size() >= told);
  }

  private List<JsonNode> waves(String order) {
    return events.of(order, "truck.request.broadcast");
  }

  private static List<String> offeredIn(JsonNode wave) {
    return PublishedEvents.texts(wave.path("transporterIds"));
  }

  private static List<String> ids(List<Transporter> transporters) {
    return transporters.stream().map(Transporter::id).toList();
  }
}
