package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells what happens to an order and to its truck requests, in one count of versions. The order is
 * locked, and saved by whoever tells.
 */
@Component
public class Telling {

  private final Outbox outbox;

  Telling(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Tells of a new order, whose row was inserted with this event counted. */
  void tellFirst(Order order) {
    outbox.publish(OrderEvents.created(order), order.state().version());
  }

  public void tell(Order order, List<? extends DomainEvent> events) {
    if (!events.isEmpty()) {
      outbox.publishAll(events, order.countUp(events.size()));
    }
  }

  public void tell(Order order, DomainEvent event) {
    outbox.publish(event, order.countUp(1));
  }
}
