package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import java.util.List;
import java.util.Optional;

/** Who is told what when something happens: one row for each family of events. */
final class NotificationPolicy {

  private NotificationPolicy() {}

  /** The notifications that an event calls for; of the same event always the same. */
  static List<Notification> notificationsFor(EventEnvelope<?> event) {
    return switch (event.data()) {
      case BookingEvent e -> BookingNotificationPolicy.of(e);
      case OrderEvent e -> OrderNotificationPolicy.of(e);
      case TruckRequestEvent e -> OrderNotificationPolicy.of(e, event.timestamp());
      case AssignmentEvent e -> TripNotificationPolicy.of(e);
      case PaymentEvent _, LocationEvent _, NotificationEvent _, AnalyticsEvent _, AuditEvent _ ->
          List.of();
    };
  }

  /**
   * The job whose offers are void with this event: a booking or order, or one kind of truck of an
   * order. Named as the collapse key of its offers is.
   */
  static Optional<String> endedJob(DomainEvent event) {
    return switch (event) {
      case BookingEvent.Accepted e -> Optional.of(e.key());
      case BookingEvent.Expired e -> Optional.of(e.key());
      case BookingEvent.Cancelled e -> Optional.of(e.key());
      case TruckRequestEvent.Filled e ->
          Optional.of(OrderNotificationPolicy.offerKey(e.orderId(), e.vehicleType()));
      case OrderEvent.StatusChanged e -> Optional.of(e.key()).filter(job -> hasEnded(e));
      default -> Optional.empty();
    };
  }

  /** Such a step names those whose offers it voids, be they none. */
  private static boolean hasEnded(OrderEvent.StatusChanged event) {
    return event.withdrawnFrom() != null && !event.withdrawnFrom().isEmpty();
  }
}
