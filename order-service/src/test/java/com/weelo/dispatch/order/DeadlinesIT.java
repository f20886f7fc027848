package com.weelo.dispatch.order;

import static com.weelo.dispatch.order.testing.Api.order;
import static com.weelo.dispatch.order.testing.Api.trucks;
import static com.weelo.dispatch.order.testing.Api.wanted;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of orders when the time for finding trucks is up. */
@OrderServiceTest
class DeadlinesIT {

  private static final Duration TTL = Duration.ofMinutes(5);

  private final Api api;
  private final Fleets fleets;
  private final PublishedEvents events;
  private final Invariants invariants;
  private final TestClock clock;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  DeadlinesIT(
      Api api, Fleets fleets, PublishedEvents events, Invariants invariants, TestClock clock) {
    this.api = api;
    this.fleets = fleets;
    this.events = events;
    this.invariants = invariants;
    this.clock = clock;
  }

  @Test
  void all_or_nothing_without_all_lets_everything_go_and_tells_everyone() {
    var near = fleets.near(place, 3, 2);
    var order = offered(trucks(place, 5), near);
    api.takes(near.get(0), order, 2);

    clock.letPass(TTL.minusSeconds(30));
    var hold = api.holds(near.get(1), order, 2).holdId();
    clock.letPass(Duration.ofSeconds(30));
    awaitStatus(order, "expired");

    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 5, 0 held");
    assertThat(events.last(order, "truck.hold.released").path("reason").asString())
        .isEqualTo("order_expired");
    var step = events.last(order, "order.status.changed");
    assertThat(PublishedEvents.texts(step.path("withdrawnFrom")))
        .containsExactlyElementsOf(near.stream().map(Transporter::id).toList());
    var cancelled = events.last(order, "order.cancelled");
    assertThat(cancelled.path("cancelledBy").asString()).isEqualTo("system");
    assertThat(step.path("cancelledBy").asString()).isEqualTo("system");
    assertThat(step.path("reason")).isEqualTo(cancelled.path("reason"));
    assertThat(api.confirms(near.get(1), hold, near.get(1).vehicles()).code())
        .isEqualTo("HOLD_EXPIRED");
    invariants.endedFullOrFullyReleased(order);
    theirTrucksAreFree(near);
  }

  @Test
  void all_or_nothing_with_all_is_full_and_stays_so() {
    var near = fleets.near(place, 2, 2);
    var order = offered(trucks(place, 4), near);
    near.forEach(transporter -> api.takes(transporter, order, 2));

    clock.letPass(TTL.plusMinutes(1));

    assertThat(api.reads(order).text("status")).isEqualTo("filled");
    invariants.endedFullOrFullyReleased(order);
  }

  @Test
  void at_least_so_many_are_enough() {
    var near = fleets.near(place, 2, 2);
    var body = order(place, "at_least", wanted(TRUCK, 4));
    body.put("minimumTrucks", 2);
    var order = offered(body, near);
    api.takes(near.get(0), order, 2);
    assertThat(api.reads(order).text("status")).isEqualTo("partially_filled");

    clock.letPass(TTL);
    awaitStatus(order, "confirmed");

    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("2 of 4, 0 held");
    assertThat(api.holds(near.get(1), order, 1).code()).isEqualTo("NOT_ENOUGH_OPEN_REQUESTS");
    assertThat(
            PublishedEvents.texts(events.last(order, "order.status.changed").path("withdrawnFrom")))
        .contains(near.get(1).id());
    assertThat(events.of(order, "order.cancelled")).isEmpty();
    invariants.hold(order);
  }

  @Test
  void at_least_so_many_with_fewer_lets_everything_go() {
    var near = fleets.near(place, 1, 2);
    var body = order(place, "at_least", wanted(TRUCK, 4));
    body.put("minimumTrucks", 3);
    var order = offered(body, near);
    api.takes(near.getFirst(), order, 2);

    clock.letPass(TTL);
    awaitStatus(order, "expired");

    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 4, 0 held");
    invariants.hold(order);
    theirTrucksAreFree(near);
  }

  @Test
  void best_effort_takes_what_there_is_or_expires() {
    var near = fleets.near(place, 1, 1);
    var some = offered(order(place, "best_effort", wanted(TRUCK, 9)), near);
    api.takes(near.getFirst(), some, 1);
    var none =
        api.orders("other-" + customer, order(place, "best_effort", wanted(TRUCK, 9))).orderId();

    clock.letPass(TTL);

    awaitStatus(some, "confirmed");
    awaitStatus(none, "expired");
    invariants.hold(some);
    invariants.hold(none);
  }

  @Test
  void an_order_whose_trucks_were_delivered_before_its_time_was_up_is_completed_then() {
    var near = fleets.near(place, 1, 1);
    var order = offered(order(place, "best_effort", wanted(TRUCK, 2)), near);
    api.takes(near.getFirst(), order, 1).assignments().forEach(fleets::delivers);
    assertThat(api.reads(order).text("status")).isEqualTo("partially_filled");

    clock.letPass(TTL);
    awaitStatus(order, "completed");

    assertThat(events.of(order, "order.completed")).hasSize(1);
    invariants.hold(order);
  }

  @Test
  void a_hold_ends_with_its_order_at_the_latest() {
    var near = fleets.near(place, 1, 1);
    var order = offered(trucks(place, 1), near);
    clock.letPass(TTL.minusSeconds(14));

    var hold = api.holds(near.getFirst(), order, 1);

    assertThat(hold.text("expiresAt")).isEqualTo(api.reads(order).text("expiresAt"));
  }

  @Test
  void who_reserves_when_its_time_is_up_is_told_so() {
    var near = fleets.near(place, 1, 1);
    var order = offered(trucks(place, 1), near);
    clock.letPass(TTL);

    assertThat(api.holds(near.getFirst(), order, 1).code()).isEqualTo("ORDER_EXPIRED");
  }

  private void theirTrucksAreFree(List<Transporter> transporters) {
    transporters.forEach(transporter -> fleets.drives(transporter.id(), place, 100, TRUCK));
    var next = api.orders("next-" + customer, trucks(place, 100)).orderId();
    await().until(() -> events.offeredTo(next, TRUCK).size() == transporters.size());
    for (var transporter : transporters) {
      var answer = api.takes(transporter, next, transporter.vehicles().size());
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  private String offered(Map<String, Object> body, List<Transporter> transporters) {
    var order = api.orders(customer, body).orderId();
    await().until(() -> events.offeredTo(order, TRUCK).size() == transporters.size());
    return order;
  }

  private void awaitStatus(String order, String status) {
    await()
        .until(() ->
            api.reads(order).text("status").equals(status)
                && invariants.status(order).code().equals(status));
  }
}
