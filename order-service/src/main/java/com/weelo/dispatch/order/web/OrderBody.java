package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.FillState;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.OrderStatus;
import com.weelo.dispatch.order.requests.TruckRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as clients see it.
 *
 * @param fill of each vehicle type
 * @param wave the latest wave of offers; 0 before the first
 * @param trucks those that were found
 * @param endedAt when it was completed, cancelled or expired
 */
record OrderBody(
    OrderId orderId,
    OrderStatus status,
    UserId customerId,
    Place pickup,
    Place dropoff,
    List<VehicleRequirement> vehicleRequirements,
    FillPolicy fillPolicy,
    @Nullable Integer minimumTrucks,
    List<FillState> fill,
    int wave,
    List<TruckRequest> trucks,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String cancelledBy,
    @Nullable String cancelReason) {

  static OrderBody of(Order order, List<TruckRequest> trucks, Instant now) {
    var terms = order.terms();
    var status = order.statusAt(now);
    var cancellation = order.cancellation();
    return new OrderBody(
        order.id(),
        status,
        terms.customerId(),
        terms.pickup(),
        terms.dropoff(),
        terms.vehicleRequirements(),
        terms.fillPolicy(),
        terms.minimumTrucks(),
        order.fill(),
        order.wave(),
        trucks,
        order.createdAt(),
        order.expiresAt(),
        status == OrderStatus.EXPIRED ? order.expiresAt() : order.endedAt().orElse(null),
        cancellation.map(Order.Cancellation::by).orElse(null),
        cancellation.map(Order.Cancellation::reason).orElse(null));
  }
}
