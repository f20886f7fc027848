package com.weelo.dispatch.order.holds;

import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.Orders;
import com.weelo.dispatch.platform.web.Problem;
import org.springframework.stereotype.Component;

/** Finds a hold for its transporter, with its order locked; to others it does not exist. */
@Component
class LockingHold {

  private final Holds holds;
  private final Orders orders;

  LockingHold(Holds holds, Orders orders) {
    this.holds = holds;
    this.orders = orders;
  }

  /** A hold as it is now that its order is locked. */
  record Locked(Order order, Hold hold) {}

  Locked lock(HoldId id, TransporterId transporter) {
    var seen =
        holds
            .find(id)
            .filter(hold -> hold.transporterId().equals(transporter))
            .orElseThrow(() -> Problem.notFound("hold"));
    var order = orders.lock(seen.orderId()).orElseThrow();
    return new Locked(order, holds.find(id).orElseThrow());
  }
}
