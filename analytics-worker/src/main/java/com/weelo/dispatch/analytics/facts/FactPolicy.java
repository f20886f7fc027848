package com.weelo.dispatch.analytics.facts;

import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which columns an event fills. */
public final class FactPolicy {

  private static final String COUNT = "count";
  private static final String VEHICLE_TYPE = "vehicleType";

  private final Cells cells;

  public FactPolicy(Cells cells) {
    this.cells = cells;
  }

  public Fact factOf(EventEnvelope<?> event) {
    var fact = new FactBuilder(event);
    return switch (event.data()) {
      case BookingEvent booking -> of(fact.customer(booking.customerId()), booking).build();
      case OrderEvent order -> of(fact.customer(order.customerId()), order).build();
      case TruckRequestEvent request -> of(fact, request).build();
      case AssignmentEvent assignment -> of(fact, assignment).build();
      case PaymentEvent.Completed paid ->
          fact.customer(paid.customerId()).amount(paid.amount()).outcome(paid.method()).build();
      case NotificationEvent notification -> of(fact, notification).build();
      case AnalyticsEvent.Recorded recorded -> of(fact, recorded).build();
      case AuditEvent.Logged logged -> fact.outcome(logged.action()).build();
      case LocationEvent location ->
          fact.driver(location.driverId())
              .transporter(location.transporterId())
              .quantity(location.reported().size())
              .build();
    };
  }

  private FactBuilder of(FactBuilder fact, BookingEvent booking) {
    return switch (booking) {
      case BookingEvent.Offered offered ->
          fact.vehicleType(offered.vehicleType())
              .cell(cells.of(offered.pickup().point()))
              .amount(offered.price())
              .offers(offered.wave(), offered.offers());
      case BookingEvent.Accepted accepted ->
          fact.vehicleType(accepted.vehicleType())
              .cell(cells.of(accepted.pickup().point()))
              .transporter(accepted.transporterId())
              .driver(accepted.driverId())
              .amount(accepted.price())
              .quantity(accepted.withdrawnFrom().size());
      case BookingEvent.Expired expired ->
          fact.vehicleType(expired.vehicleType())
              .cell(cells.of(expired.pickup().point()))
              .quantity(expired.withdrawnFrom().size());
      case BookingEvent.Cancelled cancelled ->
          fact.vehicleType(cancelled.vehicleType())
              .transporter(cancelled.transporterId())
              .outcome(cancelled.cancelledBy())
              .quantity(cancelled.withdrawnFrom().size());
      case BookingEvent.Completed completed ->
          fact.vehicleType(completed.vehicleType())
              .transporter(completed.transporterId())
              .driver(completed.driverId())
              .amount(completed.price());
    };
  }

  private FactBuilder of(FactBuilder fact, OrderEvent order) {
    return switch (order) {
      case OrderEvent.Created created ->
          fact.cell(cells.of(created.pickup().point()))
              .outcome(created.fillPolicy().code())
              .quantity(
                  created.vehicleRequirements().stream()
                      .mapToInt(VehicleRequirement::quantity)
                      .sum());
      case OrderEvent.StatusChanged changed -> fact.outcome(changed.status());
      case OrderEvent.Cancelled cancelled -> fact.outcome(cancelled.cancelledBy());
      case OrderEvent.Completed completed -> fact;
    };
  }

  private FactBuilder of(FactBuilder fact, TruckRequestEvent request) {
    return switch (request) {
      case TruckRequestEvent.Broadcast broadcast ->
          fact.customer(broadcast.customerId())
              .vehicleType(broadcast.vehicleType())
              .cell(cells.of(broadcast.pickup().point()))
              .amount(broadcast.pricePerTruck())
              .offers(broadcast.wave(), broadcast.offers());
      case TruckRequestEvent.Accepted accepted ->
          fact.customer(accepted.customerId())
              .vehicleType(accepted.vehicleType())
              .transporter(accepted.transporterId())
              .driver(accepted.driverId())
              .vehicle(accepted.vehicleId());
      case TruckRequestEvent.Filled filled ->
          fact.customer(filled.customerId())
              .vehicleType(filled.vehicleType())
              .quantity(filled.quantity());
      case TruckRequestEvent.HoldReserved reserved ->
          fact.transporter(reserved.transporterId())
              .vehicleType(reserved.vehicleType())
              .quantity(reserved.vehicleIds().size());
      case TruckRequestEvent.HoldReleased released ->
          fact.transporter(released.transporterId())
              .vehicleType(released.vehicleType())
              .outcome(released.reason())
              .quantity(released.trucks());
    };
  }

  private static FactBuilder of(FactBuilder fact, AssignmentEvent assignment) {
    fact.customer(assignment.customerId())
        .assignment(assignment.assignmentId())
        .transporter(assignment.transporterId())
        .driver(assignment.driverId())
        .outcome(assignment.status().code());
    return switch (assignment) {
      case AssignmentEvent.Created created ->
          fact.vehicle(created.vehicleId()).vehicleType(created.vehicleType());
      case AssignmentEvent.Updated updated ->
          fact.vehicle(updated.vehicleId()).vehicleType(updated.vehicleType());
    };
  }

  private static FactBuilder of(FactBuilder fact, NotificationEvent notification) {
    return switch (notification) {
      case NotificationEvent.Delivery delivery ->
          fact.outcome(delivery.channel() + ":" + delivery.outcome());
      case NotificationEvent.Fcm push -> fact.outcome(push.category());
      case NotificationEvent.Sms sms -> fact.outcome(sms.category());
      case NotificationEvent.Email email -> fact.outcome(email.category());
    };
  }

  private static FactBuilder of(FactBuilder fact, AnalyticsEvent.Recorded recorded) {
    fact.customer(recorded.userId()).outcome(recorded.name());
    var type = vehicleType(recorded.properties());
    if (type != null) {
      fact.vehicleType(type);
    }
    var count = count(recorded.properties());
    return count == null ? fact : fact.quantity(count);
  }

  /** Apps may write anything; what is no vehicle type says nothing about one. */
  private static @Nullable VehicleType vehicleType(Map<String, String> properties) {
    try {
      var type = properties.get(VEHICLE_TYPE);
      return type == null ? null : new VehicleType(type);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Integer count(Map<String, String> properties) {
    try {
      var count = properties.get(COUNT);
      return count == null ? null : Math.max(0, Integer.parseInt(count));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
