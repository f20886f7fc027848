package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.order.orders.Order.Cancellation;
import com.weelo.dispatch.order.requests.TruckRequest;
import com.weelo.dispatch.order.requests.TruckRequests;
import java.time.Clock;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries an order on as its trucks get on. Runs in the transaction of the assignment's change.
 *
 * <p>An order that was given up hears of its assignments' ends too, and has nothing to do then.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FollowingAssignments {

  private final Orders orders;
  private final TruckRequests requests;
  private final EndingOrder ending;
  private final Telling telling;
  private final Clock clock;

  FollowingAssignments(
      Orders orders, TruckRequests requests, EndingOrder ending, Telling telling, Clock clock) {
    this.orders = orders;
    this.requests = requests;
    this.ending = ending;
    this.telling = telling;
    this.clock = clock;
  }

  /**
   * Locks the order. To be called before the assignment is locked, for whoever ends an order locks
   * it before its assignments.
   */
  public void lock(OrderId order) {
    var unused = orders.lock(order);
  }

  /** The truck set off. */
  public void started(OrderId order, String truckRequestId) {
    follow(order, truckRequestId, (locked, request) -> requests.start(request, clock.instant()));
  }

  /** The truck has delivered. */
  public void delivered(OrderId order, String truckRequestId) {
    follow(
        order,
        truckRequestId,
        (locked, request) -> {
          requests.deliver(request);
          locked.deliver(request.vehicleType());
          ending.completeIfDelivered(locked, clock.instant());
        });
  }

  /** The truck was called off: while there is time another is searched for. */
  public void cancelled(OrderId order, String truckRequestId) {
    follow(order, truckRequestId, this::lose);
  }

  private void follow(
      OrderId order, String truckRequestId, BiConsumer<Order, TruckRequest> effect) {
    orders
        .lock(order)
        .filter(locked -> !locked.status().isEnded())
        .ifPresent(locked ->
            requests
                .findAccepted(order, truckRequestId)
                .ifPresent(request -> effect.accept(locked, request)));
  }

  private void lose(Order order, TruckRequest request) {
    var now = clock.instant();
    if (order.expiresAt().isAfter(now) && order.status() != OrderStatus.CONFIRMED) {
      requests.reopen(request);
      telling.tell(order, order.reopen(request.vehicleType(), now));
      orders.save(order);
      return;
    }
    requests.cancel(request);
    telling.tell(order, order.lose(request.vehicleType(), now));
    if (order.filled() == 0 && !order.status().isSearching()) {
      ending.cancel(order, new Cancellation(EndingOrder.NOBODY, "no truck is left"), now);
    } else {
      ending.completeIfDelivered(order, now);
    }
  }
}
