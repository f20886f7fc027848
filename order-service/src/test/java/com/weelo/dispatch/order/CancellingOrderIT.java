package com.weelo.dispatch.order;

import static com.weelo.dispatch.order.testing.Api.trucks;
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
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrderServiceTest
class CancellingOrderIT {

  private final Api api;
  private final Fleets fleets;
  private final PublishedEvents events;
  private final Invariants invariants;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();
  private final String token = Tokens.customer(customer);

  @Autowired
  CancellingOrderIT(Api api, Fleets fleets, PublishedEvents events, Invariants invariants) {
    this.api = api;
    this.fleets = fleets;
    this.events = events;
    this.invariants = invariants;
  }

  @Test
  void whatever_was_reserved_or_confirmed_for_it_is_released() {
    var near = fleets.near(place, 3, 1);
    var order = offered(4, 3);
    api.takes(near.get(0), order, 1);
    var hold = api.holds(near.get(1), order, 1).holdId();

    var answer = api.cancels(token, order);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("cancelled");
    assertThat(answer.text("cancelledBy")).isEqualTo("customer");
    assertThat(answer.text("cancelReason")).isEqualTo("changed plans");
    assertThat(answer.fill(TRUCK)).isEqualTo("0 of 4, 0 held");
    assertThat(
            PublishedEvents.texts(events.last(order, "order.status.changed").path("withdrawnFrom")))
        .containsExactly(near.get(0).id(), near.get(1).id(), near.get(2).id());
    assertThat(events.last(order, "truck.hold.released").path("reason").asString())
        .isEqualTo("order_cancelled");
    var late = api.confirms(near.get(1), hold, near.get(1).vehicles());
    assertThat(late.code()).isEqualTo("HOLD_EXPIRED");
    assertThat(late.text("reason")).isEqualTo("order_cancelled");
    assertThat(api.holds(near.get(2), order, 1).code()).isEqualTo("ORDER_CANCELLED");
    invariants.hold(order);
    var next = offered(3, 3);
    near.forEach(
        transporter -> assertThat(api.takes(transporter, next, 1).status()).isEqualTo(200));
  }

  @Test
  void cancelling_again_changes_nothing() {
    var order = api.orders(customer, trucks(place, 1)).orderId();
    var first = api.cancels(token, order);

    var again = api.cancels(Tokens.ops("ops"), order);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(events.of(order, "order.cancelled")).hasSize(1);
  }

  @Test
  void an_order_that_is_called_off_at_once_gets_no_requests() {
    var order = api.orders(customer, trucks(place, 3)).orderId();
    api.cancels(token, order);
    var next = offered(1, 0);

    await().until(() -> invariants.status(next).code().equals("searching"));
    assertThat(invariants.status(order).code()).isEqualTo("cancelled");
    invariants.hold(order);
  }

  @Test
  void once_a_truck_has_set_off_only_ops_can_call_it_off() {
    var near = fleets.near(place, 2, 1);
    var order = offered(2, 2);
    var assignment = api.takes(near.get(0), order, 1).assignments().getFirst();
    fleets.setsOff(assignment);

    var tooLate = api.cancels(token, order);

    assertThat(tooLate.status()).isEqualTo(409);
    assertThat(tooLate.code()).isEqualTo("TOO_LATE_TO_CANCEL");
    assertThat(api.cancels(Tokens.ops("ops"), order).text("cancelledBy")).isEqualTo("ops");
    invariants.hold(order);
  }

  @Test
  void what_is_completed_is_not_called_off() {
    var transporter = fleets.near(place, 1, 1).getFirst();
    var order = offered(1, 1);
    api.takes(transporter, order, 1).assignments().forEach(fleets::delivers);

    assertThat(api.cancels(Tokens.ops("ops"), order).code()).isEqualTo("TOO_LATE_TO_CANCEL");
  }

  @RepeatedTest(15)
  void a_cancellation_that_races_with_confirmations_leaves_nothing_behind() {
    var rivals = fleets.near(place, 4, 2);
    var order = offered(8, 4);
    var holds = rivals.stream().map(rival -> api.holds(rival, order, 2).holdId()).toList();

    var answers =
        Together.all(
            5,
            n ->
                n == 4
                    ? api.cancels(token, order)
                    : api.confirms(rivals.get(n), holds.get(n), rivals.get(n).vehicles()));

    assertThat(answers.getLast().status()).isEqualTo(200);
    assertThat(answers.subList(0, 4))
        .allSatisfy(answer ->
            assertThat(answer.status() == 200 ? "confirmed" : answer.code())
                .isIn("confirmed", "HOLD_EXPIRED"));
    assertThat(invariants.status(order).code()).isEqualTo("cancelled");
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 8, 0 held");
    invariants.hold(order);
  }

  @RepeatedTest(10)
  void a_cancellation_that_races_with_deliveries_ends_one_way_or_the_other() {
    var near = fleets.near(place, 3, 1);
    var order = offered(3, 3);
    var assignments =
        near.stream().map(one -> api.takes(one, order, 1).assignments().getFirst()).toList();

    Together.all(
        4,
        n -> {
          if (n == 3) {
            return api.cancels(Tokens.ops("ops"), order).status();
          }
          fleets.delivers(assignments.get(n));
          return 0;
        });

    assertThat(invariants.status(order).isEnded()).isTrue();
    invariants.hold(order);
  }

  private String offered(int trucks, int transporters) {
    var order = api.orders(customer, trucks(place, trucks)).orderId();
    await().until(() -> events.offeredTo(order, TRUCK).size() == transporters);
    return order;
  }
}
