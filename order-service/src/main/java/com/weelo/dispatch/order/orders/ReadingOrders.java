package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Orders for those who have to do with them; to strangers they do not exist. */
@Service
public class ReadingOrders {

  private final Orders orders;
  private final Clock clock;

  ReadingOrders(Orders orders, Clock clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /**
   * @throws Problem 404 where there is none, or the caller has nothing to do with it
   */
  public Order byId(OrderId id, Caller caller) {
    return orders
        .find(id)
        .filter(order -> order.partyOf(caller).isPresent())
        .orElseThrow(() -> Problem.notFound("order"));
  }

  /**
   * The customer's active order; for ops, the newest that is active.
   *
   * @throws Problem 404 where there is none
   */
  public Order active(Caller caller) {
    var found = caller.is(Role.OPS) ? orders.newestActive() : orders.activeOf(caller.userId());
    return found
        .filter(order -> !order.statusAt(clock.instant()).isEnded())
        .orElseThrow(() -> Problem.notFound("active order"));
  }
}
