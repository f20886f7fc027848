package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A customer orders trucks. Their requests are made once the order is committed. */
@Service
public class CreatingOrder {

  private final Orders orders;
  private final EndingOrder ending;
  private final Telling telling;
  private final OrderTimes times;
  private final Clock clock;

  CreatingOrder(Orders orders, EndingOrder ending, Telling telling, OrderTimes times, Clock clock) {
    this.orders = orders;
    this.ending = ending;
    this.telling = telling;
    this.times = times;
    this.clock = clock;
  }

  /**
   * Runs in the caller's transaction.
   *
   * @throws Problem 409 {@code ACTIVE_ORDER_EXISTS} where the customer has one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Order create(OrderDraft draft) {
    var now = clock.instant();
    var order = Order.place(new OrderId(EventIds.next().toString()), draft, now, times);
    if (!orders.insert(order)) {
      makeRoom(draft, now);
      if (!orders.insert(order)) {
        throw Problem.conflict("CONCURRENT_REQUEST", "Another order of yours is being made.");
      }
    }
    telling.tellFirst(order);
    return order;
  }

  /** An order that comes to nothing stands in nobody's way, even before it is swept. */
  private void makeRoom(OrderDraft draft, Instant now) {
    orders
        .lockActiveOf(draft.customerId())
        .ifPresent(inTheWay -> {
          if (inTheWay.isOverdue(now)) {
            ending.endSearch(inTheWay, now);
          }
          if (!inTheWay.status().isEnded()) {
            throw Problem.conflict("ACTIVE_ORDER_EXISTS", "You have an active order.")
                .with("orderId", inTheWay.id().value());
          }
        });
  }
}
