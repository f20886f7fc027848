package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.order.orders.Order.Cancellation;
import com.weelo.dispatch.order.requests.TruckRequests;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An order is called off, as far as the {@link CancelPolicy} lets it. */
@Service
public class CancellingOrder {

  private final Orders orders;
  private final TruckRequests requests;
  private final EndingOrder ending;
  private final Clock clock;

  CancellingOrder(Orders orders, TruckRequests requests, EndingOrder ending, Clock clock) {
    this.orders = orders;
    this.requests = requests;
    this.ending = ending;
    this.clock = clock;
  }

  /**
   * @return the order, also when it was cancelled before
   * @throws Problem 404 for strangers, 409 {@code TOO_LATE_TO_CANCEL}
   */
  @Transactional
  public Order cancel(OrderId id, Caller caller, String reason) {
    var order = orders.lock(id).orElseThrow(() -> Problem.notFound("order"));
    var party = order.partyOf(caller).orElseThrow(() -> Problem.notFound("order"));
    var now = clock.instant();
    var status = order.statusAt(now);
    switch (CancelPolicy.answer(party, status, requests.anyHasSetOff(id))) {
      case CANCEL -> ending.cancel(order, new Cancellation(party.code(), reason), now);
      case ALREADY_CANCELLED -> {}
      case TOO_LATE ->
          throw Problem.conflict(
              "TOO_LATE_TO_CANCEL", "It is too late to call this order off: " + status.code());
    }
    return order;
  }
}
