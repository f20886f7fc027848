package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.FillState;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.OrderEvent.StatusChanged;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.TruckRequestEvent.Broadcast;
import com.weelo.dispatch.events.TruckRequestEvent.Filled;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.notification.composing.Notification.Urgency;
import com.weelo.dispatch.notification.people.Category;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Who is told what when something happens to an order. Its customer hears of few of its steps. */
final class OrderNotificationPolicy {

  private static final String BY_CUSTOMER = "customer";
  private static final String COMPLETED = "completed";

  private OrderNotificationPolicy() {}

  static List<Notification> of(OrderEvent event) {
    return switch (event) {
      case StatusChanged e ->
          Stream.concat(
                  text(e).map(wording -> news(e, wording)).stream(),
                  Notification.withdrawals(
                      withdrawnFrom(e),
                      AppData.withdrawal(e.orderId(), null, reason(e.status())),
                      e.orderId().value(),
                      e.changedAt()))
              .toList();
      // Whoever made it knows, and its end is told as a change of status, too.
      case OrderEvent.Created _, OrderEvent.Cancelled _, OrderEvent.Completed _ -> List.of();
    };
  }

  /**
   * @param at when it happened
   */
  static List<Notification> of(TruckRequestEvent event, Instant at) {
    return switch (event) {
      case Broadcast e -> e.offers().stream().map(offer -> offer(e, offer)).toList();
      case Filled e ->
          Notification.withdrawals(
                  e.withdrawnFrom(),
                  AppData.withdrawal(e.orderId(), e.vehicleType(), "taken"),
                  offerKey(e.orderId(), e.vehicleType()),
                  at)
              .toList();
      // Truck by truck it would be too much; a hold is over before a phone wakes up.
      case TruckRequestEvent.Accepted _,
          TruckRequestEvent.HoldReserved _,
          TruckRequestEvent.HoldReleased _ ->
          List.of();
    };
  }

  private static Notification offer(Broadcast event, Offer offer) {
    return new Notification(
        offer.transporterId().asUser(),
        Category.OFFER,
        Urgency.HIGH,
        Wordings.offers(
            event.open(), event.vehicleType(), offer.distanceMeters(), event.pricePerTruck()),
        AppData.offer(event, offer),
        offerKey(event.orderId(), event.vehicleType()),
        event.expiresAt());
  }

  /** An offer of one kind of truck does not take the place of another kind's. */
  static String offerKey(OrderId order, VehicleType type) {
    return order + ":" + type.code();
  }

  /** Empty for a step that the customer has no need to be woken for. */
  private static Optional<Wording> text(StatusChanged e) {
    var filled = sum(e, FillState::filled);
    return Optional.ofNullable(
        switch (e.status()) {
          case "filled" -> Wordings.filled(filled);
          // With no truck left the order ends, and that is told.
          case "confirmed" ->
              filled == 0 ? null : Wordings.confirmed(filled, sum(e, FillState::requested));
          case "expired" -> Wordings.notFilled();
          case "cancelled" ->
              BY_CUSTOMER.equals(e.cancelledBy()) ? null : Wordings.orderCancelled(e.reason());
          case COMPLETED -> Wordings.orderCompleted(filled);
          default -> null;
        });
  }

  private static int sum(StatusChanged event, ToIntFunction<FillState> count) {
    return event.fill().stream().mapToInt(count).sum();
  }

  private static Notification news(StatusChanged event, Wording wording) {
    return Notification.news(
        event.customerId(),
        event.status().equals(COMPLETED) ? Category.RECEIPT : Category.ORDER,
        wording,
        AppData.news(event),
        event.orderId().value(),
        event.changedAt());
  }

  private static List<TransporterId> withdrawnFrom(StatusChanged event) {
    return Objects.requireNonNullElse(event.withdrawnFrom(), List.of());
  }

  /** Why an order's last offers are void. */
  private static String reason(String status) {
    return switch (status) {
      case "expired", "cancelled" -> status;
      default -> "taken"; // it goes on with the trucks it has
    };
  }
}
