package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders to test with: made at noon, searched for five minutes, offered every ten seconds. */
final class SampleOrders {

  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final Duration INTERVAL = Duration.ofSeconds(10);
  static final VehicleType TRUCK = new VehicleType("TRUCK_14FT");
  static final VehicleType TANKER = new VehicleType("TANKER");

  private static final OrderTimes TIMES =
      new OrderTimes(
          Duration.ofMinutes(5), INTERVAL, Duration.ofSeconds(1), Duration.ofSeconds(15));

  private SampleOrders() {}

  /** Of so many trucks and so many tankers. */
  static Order anOrder(FillPolicy policy, @Nullable Integer minimum, int trucks, int tankers) {
    var terms =
        new OrderDraft(
            new UserId("customer"),
            new Place(12.9, 77.6, null),
            new Place(13, 77.6, null),
            List.of(wanted(TRUCK, trucks), wanted(TANKER, tankers)),
            policy,
            minimum);
    return Order.place(new OrderId("order"), terms, NOON, TIMES);
  }

  /** All or nothing, of two trucks and a tanker, searching. */
  static Order aSearchingOrder() {
    var order = anOrder(FillPolicy.ALL_OR_NOTHING, null, 2, 1);
    order.open(NOON);
    order.broadcast(1, NOON, INTERVAL);
    order.lookAgain(java.util.Optional.empty());
    return order;
  }

  private static VehicleRequirement wanted(VehicleType type, int quantity) {
    return new VehicleRequirement(type, null, quantity, new Money(100, "INR"));
  }

  static Instant after(int seconds) {
    return NOON.plusSeconds(seconds);
  }
}
