package com.weelo.dispatch.order.holds;

import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.order.orders.ActiveHolds;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.Telling;
import com.weelo.dispatch.order.requests.TruckRequests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds of a locked order end: its requests are open and the vehicles free again. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class ReleasingHolds implements ActiveHolds {

  private final Holds holds;
  private final TruckRequests requests;
  private final Fleet fleet;
  private final Telling telling;

  ReleasingHolds(Holds holds, TruckRequests requests, Fleet fleet, Telling telling) {
    this.holds = holds;
    this.requests = requests;
    this.fleet = fleet;
    this.telling = telling;
  }

  @Override
  public void releaseAll(Order order, Reason reason, Instant now) {
    // None ends later than its order.
    release(order, holds.releaseAll(order.id(), order.expiresAt(), reason, now), reason);
  }

  @Override
  public void releaseExpired(Order order, Instant now) {
    release(order, holds.releaseAll(order.id(), now, Reason.EXPIRED, now), Reason.EXPIRED);
  }

  @Override
  public Optional<Instant> endOfNext(Order order) {
    return holds.endOfNext(order.id());
  }

  void release(Order order, Hold hold, Reason reason, Instant now) {
    holds.release(hold, reason, now);
    release(order, List.of(hold), reason);
  }

  private void release(Order order, List<Hold> released, Reason reason) {
    if (released.isEmpty()) {
      return;
    }
    requests.free(released.stream().map(Hold::id).toList());
    for (var hold : released) {
      order.release(hold.vehicleType(), hold.trucks());
      fleet.release(hold.id().value());
    }
    telling.tell(order, released.stream().map(hold -> event(hold, reason)).toList());
  }

  private static TruckRequestEvent.HoldReleased event(Hold hold, Reason reason) {
    return new TruckRequestEvent.HoldReleased(
        hold.orderId(),
        hold.id(),
        hold.transporterId(),
        hold.vehicleType(),
        hold.trucks(),
        reason.code());
  }
}
