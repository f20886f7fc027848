package com.weelo.dispatch.order.orders;

import static com.weelo.dispatch.order.orders.SampleOrders.INTERVAL;
import static com.weelo.dispatch.order.orders.SampleOrders.TANKER;
import static com.weelo.dispatch.order.orders.SampleOrders.TRUCK;
import static com.weelo.dispatch.order.orders.SampleOrders.aSearchingOrder;
import static com.weelo.dispatch.order.orders.SampleOrders.after;
import static com.weelo.dispatch.order.orders.SampleOrders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.FillState;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.order.orders.Order.Cancellation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OrderTests {

  @Test
  void it_is_partially_filled_until_every_type_is_full() {
    var order = aSearchingOrder();
    hold(order, 2);
    order.hold(TANKER, 1, after(15));

    var first = order.fill(TRUCK, 2, after(5));
    var second = order.fill(TANKER, 1, after(6));

    assertThat(first.previousStatus()).isEqualTo("searching");
    assertThat(first.status()).isEqualTo("partially_filled");
    assertThat(first.fill())
        .containsExactly(new FillState(TRUCK, 2, 0, 2), new FillState(TANKER, 1, 1, 0));
    assertThat(second.status()).isEqualTo("filled");
    assertThat(order.dueAt()).isEmpty();
  }

  @Test
  void more_than_is_open_can_not_be_held() {
    var order = aSearchingOrder();
    hold(order, 2);

    assertThatThrownBy(() -> hold(order, 1)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void what_is_not_held_can_not_be_filled_or_released() {
    assertThatThrownBy(() -> aSearchingOrder().fill(TRUCK, 1, after(1)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> aSearchingOrder().release(TRUCK, 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void it_is_looked_at_no_later_than_the_first_of_wave_hold_and_deadline() {
    var order = aSearchingOrder();
    assertThat(order.dueAt()).contains(after(10));

    order.hold(TRUCK, 1, after(7));
    assertThat(order.dueAt()).contains(after(7));
    order.broadcast(2, after(295), INTERVAL);
    order.lookAgain(Optional.empty());
    assertThat(order.dueAt()).contains(after(300));
    order.lookAgain(Optional.of(after(299)));
    assertThat(order.dueAt()).contains(after(299));
  }

  @Test
  void when_its_time_is_up_the_quorum_decides() {
    var order = anOrder(FillPolicy.AT_LEAST, 2, 3, 1);
    order.open(after(0));
    fill(order, 1);
    assertThat(order.statusAt(beforeTheEnd())).isEqualTo(OrderStatus.PARTIALLY_FILLED);
    assertThat(order.statusAt(after(300))).isEqualTo(OrderStatus.EXPIRED);

    fill(order, 1);
    assertThat(order.statusAt(after(300))).isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void a_full_order_has_all_the_time_in_the_world() {
    var order = anOrder(FillPolicy.BEST_EFFORT, null, 1, 1);
    order.open(after(0));
    fill(order, 1);
    order.hold(TANKER, 1, after(15));
    order.fill(TANKER, 1, after(2));

    assertThat(order.statusAt(after(10_000))).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void a_lost_truck_is_searched_for_at_once() {
    var order = aSearchingOrder();
    fill(order, 2);

    var step = order.reopen(TRUCK, after(20));

    assertThat(step.previousStatus()).isEqualTo("partially_filled");
    assertThat(step.fill()).contains(new FillState(TRUCK, 2, 0, 1));
    assertThat(order.nextWaveAt()).isEqualTo(after(20));
    assertThat(order.dueAt()).contains(after(20));
    assertThat(order.reopen(TRUCK, after(21)).status()).isEqualTo("searching");
  }

  @Test
  void what_was_delivered_stays_when_the_rest_is_given_up() {
    var order = aSearchingOrder();
    fill(order, 2);
    order.deliver(TRUCK);
    order.hold(TANKER, 1, after(15));
    var asked = List.of(new TransporterId("t"));

    var step =
        order.giveUp(OrderStatus.EXPIRED, new Cancellation("system", "why"), after(301), asked);

    assertThat(step.fill())
        .containsExactly(new FillState(TRUCK, 2, 0, 1), new FillState(TANKER, 1, 0, 0));
    assertThat(step.withdrawnFrom()).isEqualTo(asked);
    assertThat(order.endedAt()).contains(after(300));
    assertThat(order.dueAt()).isEmpty();
  }

  @Test
  void it_is_delivered_when_every_truck_that_was_found_is() {
    var order = anOrder(FillPolicy.BEST_EFFORT, null, 2, 1);
    order.open(after(0));
    fill(order, 2);
    order.deliver(TRUCK);
    order.deliver(TRUCK);
    assertThat(order.isDelivered()).isFalse();

    order.settle(after(300), List.of());

    assertThat(order.isDelivered()).isTrue();
  }

  @Test
  void each_event_has_the_next_version() {
    var order = aSearchingOrder();

    assertThat(order.countUp(3)).isEqualTo(2);
    assertThat(order.countUp(1)).isEqualTo(5);
    assertThat(order.state().version()).isEqualTo(5);
  }

  private static void fill(Order order, int trucks) {
    hold(order, trucks);
    order.fill(TRUCK, trucks, after(1));
  }

  private static void hold(Order order, int trucks) {
    order.hold(TRUCK, trucks, after(15));
  }

  private static Instant beforeTheEnd() {
    return after(300).minusNanos(1);
  }
}
