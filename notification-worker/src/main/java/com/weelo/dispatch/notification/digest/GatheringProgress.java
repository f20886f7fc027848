package com.weelo.dispatch.notification.digest;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.VehicleRequirement;
import org.springframework.stereotype.Service;

/** Gathers how orders come along, truck by truck. */
@Service
public class GatheringProgress {

  private final Digests digests;

  GatheringProgress(Digests digests) {
    this.digests = digests;
  }

  /** Of the same event always the same. */
  public static boolean concerns(DomainEvent event) {
    return event instanceof TruckRequestEvent.Accepted
        || event instanceof OrderEvent.Created
        || event instanceof OrderEvent.StatusChanged changed && isEnd(changed);
  }

  /** Runs in the transaction in which the event is noted as handled: each step counts once. */
  public void gather(EventEnvelope<?> event) {
    var version = event.metadata().aggregateVersion();
    var known = version == null ? 0 : version;
    switch (event.data()) {
      case OrderEvent.Created order ->
          digests.remember(
              order.orderId(),
              order.vehicleRequirements().stream().mapToInt(VehicleRequirement::quantity).sum());
      case TruckRequestEvent.Accepted truck ->
          digests.add(truck.orderId(), truck.customerId(), truck.transporterId(), known);
      case OrderEvent.StatusChanged changed when isEnd(changed) ->
          digests.end(changed.orderId(), changed.customerId(), known);
      default -> {}
    }
  }

  /** Its customer is told of these at once, and how many trucks there are. */
  private static boolean isEnd(OrderEvent.StatusChanged changed) {
    return switch (changed.status()) {
      case "filled", "confirmed", "expired", "cancelled", "completed" -> true;
      default -> false;
    };
  }
}
