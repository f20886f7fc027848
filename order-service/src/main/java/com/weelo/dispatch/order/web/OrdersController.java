package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;
import static com.weelo.dispatch.platform.security.Role.OPS;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.order.orders.CancellingOrder;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.ReadingOrders;
import com.weelo.dispatch.order.requests.TruckRequests;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.RefusedWith;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders as their customers and ops see them; others find nothing. */
@RestController
@RequestMapping("/api/v1/orders")
class OrdersController {

  private final ReadingOrders reading;
  private final TruckRequests requests;
  private final CancellingOrder cancelling;
  private final Clock clock;

  OrdersController(
      ReadingOrders reading, TruckRequests requests, CancellingOrder cancelling, Clock clock) {
    this.reading = reading;
    this.requests = requests;
    this.cancelling = cancelling;
    this.clock = clock;
  }

  /**
   * An order, for its customer and ops.
   *
   * @param id the order's
   */
  @GetMapping("/{id}")
  @AllowedRoles({CUSTOMER, OPS})
  @RefusedWith("NOT_FOUND")
  OrderBody getOrder(@PathVariable OrderId id, Caller caller) {
    return body(reading.byId(id, caller));
  }

  /** The caller's order that has not ended. */
  @GetMapping("/active")
  @AllowedRoles({CUSTOMER, OPS})
  @RefusedWith("NOT_FOUND")
  OrderBody getActiveOrder(Caller caller) {
    return body(reading.active(caller));
  }

  /**
   * Calls an order off.
   *
   * @param id the order's
   */
  @PostMapping("/{id}/cancel")
  @AllowedRoles({CUSTOMER, OPS})
  @RefusedWith({"NOT_FOUND", "TOO_LATE_TO_CANCEL"})
  OrderBody cancelOrder(
      @PathVariable OrderId id, @Valid @RequestBody CancelRequest request, Caller caller) {
    return body(cancelling.cancel(id, caller, request.reason()));
  }

  private OrderBody body(Order order) {
    return OrderBody.of(order, requests.served(order.id()), clock.instant());
  }
}
