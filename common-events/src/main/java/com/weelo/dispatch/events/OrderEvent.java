package com.weelo.dispatch.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to an order of several trucks. Keyed by order. */
public sealed interface OrderEvent extends DomainEvent {

  OrderId orderId();

  UserId customerId();

  @Override
  default String key() {
    return orderId().value();
  }

  /** An order was made; its truck requests follow. */
  @EventType("order.created")
  record Created(
      OrderId orderId,
      UserId customerId,
      Place pickup,
      Place dropoff,
      List<VehicleRequirement> vehicleRequirements,
      FillPolicy fillPolicy,
      @Nullable Integer minimumTrucks,
      Instant expiresAt)
      implements OrderEvent {
    public Created {
      vehicleRequirements = List.copyOf(vehicleRequirements);
    }
  }

  /**
   * The order took a step, or another number of its trucks is filled.
   *
   * @param withdrawnFrom the transporters whose offers became void with a step that ends the
   *     search; absent from events before 1.1
   * @param cancelledBy with the step that gives the order up, who did: customer, ops or system;
   *     since 1.2
   * @param reason why, with the same step; since 1.2
   */
  @EventType(value = "order.status.changed", version = "1.2")
  record StatusChanged(
      OrderId orderId,
      UserId customerId,
      String previousStatus,
      String status,
      List<FillState> fill,
      Instant changedAt,
      @Nullable List<TransporterId> withdrawnFrom,
      @Nullable String cancelledBy,
      @Nullable String reason)
      implements OrderEvent {
    public StatusChanged {
      fill = List.copyOf(fill);
      withdrawnFrom = withdrawnFrom == null ? null : List.copyOf(withdrawnFrom);
    }
  }

  /** The order was called off, or its policy could not be met. */
  @EventType("order.cancelled")
  record Cancelled(
      OrderId orderId, UserId customerId, String cancelledBy, String reason, Instant cancelledAt)
      implements OrderEvent {}

  /** Every truck of the order has delivered. */
  @EventType("order.completed")
  record Completed(OrderId orderId, UserId customerId, Instant completedAt) implements OrderEvent {}
}
