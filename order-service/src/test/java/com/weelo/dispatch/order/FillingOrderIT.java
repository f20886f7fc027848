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
import com.weelo.dispatch.order.testing.Invariants;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderServiceTest
class FillingOrderIT {

  private final Api api;
  private final Fleets fleets;
  private final PublishedEvents events;
  private final TestClock clock;
  private final Invariants invariants;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  FillingOrderIT(
      Api api, Fleets fleets, PublishedEvents events, TestClock clock, Invariants invariants) {
    this.api = api;
    this.invariants = invariants;
    this.fleets = fleets;
    this.events = events;
    this.clock = clock;
  }

  @Test
  void several_transporters_fill_an_order_and_deliver_it() {
    var near = fleets.near(place, 2, 2);
    var order = api.orders(customer, trucks(place, 3)).orderId();
    awaitOffered(order, 2);

    var first = api.takes(near.get(0), order, 2);
    assertThat(first.status()).isEqualTo(200);
    assertThat(api.reads(order).text("status")).isEqualTo("partially_filled");
    var second = api.takes(near.get(1), order, 1);
    assertThat(second.status()).isEqualTo(200);
    assertThat(api.reads(order).text("status")).isEqualTo("filled");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("3 of 3, 0 held");
    first.assignments().forEach(fleets::delivers);
    assertThat(api.reads(order).text("status")).isEqualTo("filled");
    second.assignments().forEach(fleets::delivers);

    assertThat(api.reads(order).text("status")).isEqualTo("completed");
    assertThat(events.typesOf(order))
        .containsExactly(
            "order.created",
            "order.status.changed",
            "truck.request.broadcast",
            "truck.hold.reserved",
            "truck.request.accepted",
            "truck.request.accepted",
            "order.status.changed",
            "truck.hold.reserved",
            "truck.request.accepted",
            "truck.request.filled",
            "order.status.changed",
            "order.status.changed",
            "order.completed");
    assertThat(events.versionsOf(order)).isEqualTo(IntStream.rangeClosed(1, 13).boxed().toList());
    assertThat(api.orders(customer, trucks(place, 1)).status()).isEqualTo(201);
  }

  @Test
  void what_is_told_of_a_truck_names_who_serves_it_and_with_what() {
    var transporter = fleets.near(place, 1, 1).getFirst();
    var order = api.orders(customer, trucks(place, 1)).orderId();
    awaitOffered(order, 1);

    var taken = api.takes(transporter, order, 1).body().path("assignments").get(0);

    var accepted = events.last(order, "truck.request.accepted");
    assertThat(accepted.path("transporterId").asString()).isEqualTo(transporter.id());
    for (var field : List.of("truckRequestId", "vehicleId", "driverId")) {
      assertThat(accepted.path(field)).isEqualTo(taken.path(field));
    }
    var trucks = api.reads(order).body().path("trucks");
    assertThat(trucks.size()).isEqualTo(1);
    assertThat(trucks.get(0).path("assignmentId")).isEqualTo(taken.path("assignmentId"));
    assertThat(trucks.get(0).path("status").asString()).isEqualTo("accepted");
  }

  @Test
  void when_a_type_is_filled_the_offers_of_all_who_got_nothing_are_withdrawn() {
    var near = fleets.near(place, 3, 1);
    var order = api.orders(customer, trucks(place, 1)).orderId();
    awaitOffered(order, 3);

    api.takes(near.get(1), order, 1);

    var filled = events.last(order, "truck.request.filled");
    assertThat(filled.path("quantity").asInt()).isEqualTo(1);
    assertThat(PublishedEvents.texts(filled.path("withdrawnFrom")))
        .containsExactly(near.get(0).id(), near.get(2).id());
    assertThat(api.openFor(near.get(0)).body().path("truckRequests").isEmpty()).isTrue();
    assertThat(api.holds(near.get(2), order, 1).code()).isEqualTo("NOT_ENOUGH_OPEN_REQUESTS");
  }

  @Test
  void types_are_filled_one_by_one() {
    var trucker = fleets.at(place, 100, TRUCK, 1);
    var tanker = fleets.at(place, 100, TANKER, 1);
    var order =
        api.orders(customer, order(place, "all_or_nothing", wanted(TRUCK, 1), wanted(TANKER, 1)))
            .orderId();
    await().until(() -> events.of(order, "truck.request.broadcast").size() == 2);

    api.takes(tanker, order, 1);
    assertThat(api.reads(order).fill(TANKER)).isEqualTo("1 of 1, 0 held");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 1, 0 held");
    assertThat(api.reads(order).text("status")).isEqualTo("partially_filled");
    api.takes(trucker, order, 1);

    assertThat(api.reads(order).text("status")).isEqualTo("filled");
    assertThat(events.of(order, "truck.request.filled")).hasSize(2);
  }

  @Test
  void who_was_not_offered_a_type_can_not_have_it() {
    var tanker = fleets.at(place, 100, TANKER, 1);
    fleets.near(place, 1, 1);
    var order = api.orders(customer, trucks(place, 1)).orderId();
    awaitOffered(order, 1);

    var answer = api.holds(tanker, order, 1);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("NOT_OFFERED");
  }

  @Test
  void a_truck_that_is_called_off_in_time_is_searched_for_anew() {
    var near = fleets.near(place, 2, 1);
    var order = api.orders(customer, trucks(place, 1)).orderId();
    awaitOffered(order, 2);
    var assignment = api.takes(near.get(0), order, 1).assignments().getFirst();

    fleets.callsOff(assignment);

    assertThat(api.reads(order).text("status")).isEqualTo("searching");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 1, 0 held");
    await().until(() -> events.of(order, "truck.request.broadcast").size() == 2);
    assertThat(
            PublishedEvents.texts(
                events.last(order, "truck.request.broadcast").path("transporterIds")))
        .containsExactly(near.get(0).id(), near.get(1).id());
    assertThat(api.takes(near.get(1), order, 1).status()).isEqualTo(200);
    assertThat(api.reads(order).text("status")).isEqualTo("filled");
    invariants.hold(order);
  }

  @Test
  void a_truck_that_is_called_off_too_late_leaves_the_order_with_the_others() {
    var near = fleets.near(place, 2, 1);
    var order = api.orders(customer, trucks(place, 2)).orderId();
    awaitOffered(order, 2);
    var lost = api.takes(near.get(0), order, 1).assignments().getFirst();
    var kept = api.takes(near.get(1), order, 1).assignments().getFirst();
    clock.letPass(Duration.ofMinutes(5));

    fleets.callsOff(lost);
    assertThat(api.reads(order).text("status")).isEqualTo("confirmed");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("1 of 2, 0 held");
    fleets.delivers(kept);

    assertThat(api.reads(order).text("status")).isEqualTo("completed");
    invariants.hold(order);
  }

  @Test
  void an_order_that_lost_its_last_truck_too_late_is_over() {
    var transporter = fleets.near(place, 1, 1).getFirst();
    var order = api.orders(customer, trucks(place, 1)).orderId();
    awaitOffered(order, 1);
    var assignment = api.takes(transporter, order, 1).assignments().getFirst();
    clock.letPass(Duration.ofMinutes(5));

    fleets.callsOff(assignment);

    assertThat(api.reads(order).text("status")).isEqualTo("cancelled");
    assertThat(api.reads(order).text("cancelledBy")).isEqualTo("system");
    invariants.hold(order);
  }

  @Test
  void a_transporter_sees_what_it_was_offered_and_what_it_has() {
    var near = fleets.near(place, 2, 2);
    var order = api.orders(customer, trucks(place, 3)).orderId();
    awaitOffered(order, 2);

    var open = api.openFor(near.get(0)).body().path("truckRequests");
    assertThat(open.size()).isEqualTo(3);
    assertThat(open.get(0).path("orderId").asString()).isEqualTo(order);
    assertThat(open.get(0).path("pricePerTruck").path("amountMinor").asInt()).isEqualTo(500_000);
    assertThat(open.get(0).path("distanceMeters").asInt()).isBetween(99, 101);
    api.holds(near.get(0), order, 2);

    assertThat(api.openFor(near.get(1)).body().path("truckRequests").size()).isEqualTo(1);
    var held = api.get(Tokens.transporter(near.get(0).id()), "/truck-requests?status=held").body();
    assertThat(held.path("truckRequests").size()).isEqualTo(2);
  }

  @Test
  void what_was_offered_comes_in_pages() {
    var transporter = fleets.near(place, 1, 1).getFirst();
    var order = api.orders(customer, trucks(place, 5)).orderId();
    awaitOffered(order, 1);
    var token = Tokens.transporter(transporter.id());

    var first = api.get(token, "/truck-requests?limit=3");
    var second = api.get(token, "/truck-requests?limit=3&cursor=" + first.text("nextCursor"));

    assertThat(first.body().path("truckRequests").size()).isEqualTo(3);
    assertThat(second.body().path("truckRequests").size()).isEqualTo(2);
    assertThat(second.body().has("nextCursor")).isFalse();
    assertThat(second.body().path("truckRequests").get(0))
        .isNotIn(first.body().path("truckRequests").valueStream().toList());
  }

  private void awaitOffered(String order, int transporters) {
    await().until(() -> events.offeredTo(order, TRUCK).size() == transporters);
  }
}
