package com.weelo.dispatch.notification.composing;

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
import java.util.List;

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
}
