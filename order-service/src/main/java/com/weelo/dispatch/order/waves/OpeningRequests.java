package com.weelo.dispatch.order.waves;

import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.OrderStatus;
import com.weelo.dispatch.order.orders.Orders;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Makes the truck requests of new orders, as soon as their creation is heard of. Where it is not,
 * since Kafka is away, the {@link Sweep} does so when the first wave is overdue.
 */
@Service
public class OpeningRequests {

  private final Orders orders;
  private final Matching matching;
  private final Broadcasting broadcasting;
  private final Clock clock;

  OpeningRequests(Orders orders, Matching matching, Broadcasting broadcasting, Clock clock) {
    this.orders = orders;
    this.matching = matching;
    this.broadcasting = broadcasting;
    this.clock = clock;
  }

  /** Runs in the subscription's transaction. */
  public void open(EventEnvelope<OrderEvent.Created> envelope) {
    var id = envelope.data().orderId();
    orders
        .find(id)
        .filter(this::isWaiting)
        .map(matching::nextWave)
        .ifPresent(first ->
            orders.lock(id).filter(this::isWaiting).ifPresent(order -> open(order, first)));
  }

  private void open(Order order, Wave first) {
    broadcasting.open(order, first, clock.instant());
    order.lookAgain(Optional.empty());
    orders.save(order);
  }

  /** Meanwhile it may have been called off, or have run out of time, or be open already. */
  private boolean isWaiting(Order order) {
    return order.statusAt(clock.instant()) == OrderStatus.PROCESSING;
  }
}
