package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.OrderStatus;
import java.time.Instant;

/** The answer to a new order. */
record OrderCreated(OrderId orderId, OrderStatus status, Instant expiresAt) {

  static OrderCreated of(Order order) {
    return new OrderCreated(order.id(), order.status(), order.expiresAt());
  }
}
