package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.OrderEvent;
import java.time.Instant;

/** Words for what has happened to an order. */
final class OrderEvents {

  private OrderEvents() {}

  static OrderEvent.Created created(Order order) {
    var terms = order.terms();
    return new OrderEvent.Created(
        order.id(),
        terms.customerId(),
        terms.pickup(),
        terms.dropoff(),
        terms.vehicleRequirements(),
        terms.fillPolicy(),
        terms.minimumTrucks(),
        order.expiresAt());
  }

  static OrderEvent.Cancelled cancelled(Order order, Order.Cancellation why, Instant at) {
    return new OrderEvent.Cancelled(
        order.id(), order.terms().customerId(), why.by(), why.reason(), at);
  }

  static OrderEvent.Completed completed(Order order, Instant at) {
    return new OrderEvent.Completed(order.id(), order.terms().customerId(), at);
  }
}
