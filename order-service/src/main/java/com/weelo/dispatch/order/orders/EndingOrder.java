package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.order.assignments.CancellingAssignments;
import com.weelo.dispatch.order.orders.ActiveHolds.Reason;
import com.weelo.dispatch.order.orders.Order.Cancellation;
import com.weelo.dispatch.order.requests.Offers;
import com.weelo.dispatch.order.requests.TruckRequests;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A locked order comes to its end, or its search does. Whatever transporters have reserved or
 * confirmed for an order that comes to nothing is released in the same transaction.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class EndingOrder {

  /** Who ends an order that nobody called off. */
  static final String NOBODY = "system";

  private final Orders orders;
  private final ActiveHolds holds;
  private final TruckRequests requests;
  private final Offers offers;
  private final CancellingAssignments assignments;
  private final Telling telling;

  EndingOrder(
      Orders orders,
      ActiveHolds holds,
      TruckRequests requests,
      Offers offers,
      CancellingAssignments assignments,
      Telling telling) {
    this.orders = orders;
    this.holds = holds;
    this.requests = requests;
    this.offers = offers;
    this.assignments = assignments;
    this.telling = telling;
  }

  /** The time for finding trucks is up: there are enough for the policy, or all are let go. */
  public void endSearch(Order order, Instant now) {
    if (order.hasQuorum()) {
      settle(order, now);
    } else {
      giveUp(order, OrderStatus.EXPIRED, new Cancellation(NOBODY, "not enough trucks"), now);
    }
  }

  void cancel(Order order, Cancellation why, Instant now) {
    giveUp(order, OrderStatus.CANCELLED, why, now);
  }

  /** Ends an order whose trucks have all delivered; saves it in any case. */
  void completeIfDelivered(Order order, Instant now) {
    if (order.isDelivered()) {
      telling.tell(order, List.of(order.complete(now), OrderEvents.completed(order, now)));
    }
    orders.save(order);
  }

  private void settle(Order order, Instant now) {
    holds.releaseAll(order, Reason.EXPIRED, now);
    requests.expireOpen(order.id());
    telling.tell(order, order.settle(now, offers.withdrawAll(order.id(), now)));
    completeIfDelivered(order, now);
  }

  private void giveUp(Order order, OrderStatus last, Cancellation why, Instant now) {
    var expired = last == OrderStatus.EXPIRED;
    holds.releaseAll(order, expired ? Reason.ORDER_EXPIRED : Reason.ORDER_CANCELLED, now);
    requests.giveUp(order.id(), expired);
    var withdrawn = offers.withdrawAll(order.id(), now);
    telling.tell(
        order,
        List.of(order.giveUp(last, why, now, withdrawn), OrderEvents.cancelled(order, why, now)));
    // Before its assignments, which look at the order as they end.
    orders.save(order);
    assignments.cancelAll(order.id(), why.reason());
  }
}
