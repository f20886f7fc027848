package com.weelo.dispatch.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The samples as they travel. */
final class SampleEnvelopes {

  private static final UUID THE_EVENT = UUID.fromString("019cadc6-9b7a-7a3c-9b1e-5f0d2c4e6a80");
  private static final UUID ITS_CAUSE = UUID.fromString("019cadc6-9a92-7f05-8d6a-1b2c3d4e5f60");
  private static final Instant SENT_AT = Instant.parse("2026-03-02T09:00:00.250Z");

  private SampleEnvelopes() {}

  static List<EventEnvelope<?>> all() {
    return List.of(
        sent(SampleEvents.bookingCreated()),
        sent(SampleEvents.bookingRebroadcast()),
        sent(SampleEvents.bookingAccepted()),
        sent(SampleEvents.bookingExpired()),
        sent(SampleEvents.bookingCancelled()),
        sent(SampleEvents.bookingCompleted()),
        sent(SampleEvents.orderCreated()),
        sent(SampleEvents.orderStatusChanged()),
        sent(SampleEvents.orderCancelled()),
        sent(SampleEvents.orderCompleted()),
        sent(SampleEvents.truckRequestBroadcast()),
        sent(SampleEvents.truckRequestAccepted()),
        sent(SampleEvents.truckRequestFilled()),
        sent(SampleEvents.truckHoldReserved()),
        sent(SampleEvents.truckHoldReleased()),
        sent(SampleEvents.assignmentCreated()),
        sent(SampleEvents.assignmentUpdated()),
        sent(SampleEvents.paymentCompleted()),
        sent(SampleEvents.locationUpdated()),
        sent(SampleEvents.locationBatch()),
        sent(SampleEvents.notificationFcm()),
        sent(SampleEvents.notificationSms()),
        sent(SampleEvents.notificationEmail()),
        sent(SampleEvents.notificationDelivery()),
        sent(SampleEvents.analyticsEvent()),
        sent(SampleEvents.auditLog()));
  }

  static <E extends DomainEvent> EventEnvelope<E> sent(E event) {
    return new EventEnvelope<>(THE_EVENT, SENT_AT, event, metadataOf(event));
  }

  private static EventMetadata metadataOf(DomainEvent event) {
    return switch (event) {
      case BookingEvent _ -> changeBy("booking-service");
      case OrderEvent _, TruckRequestEvent _, AssignmentEvent _, PaymentEvent _ ->
          changeBy("order-service");
      case LocationEvent _ -> tidingsFrom("location-processor");
      case NotificationEvent _ -> tidingsFrom("notification-worker");
      case AnalyticsEvent _, AuditEvent _ -> tidingsFrom("booking-service");
    };
  }

  private static EventMetadata changeBy(String module) {
    return new EventMetadata(module, "production", "request-c0ffee", ITS_CAUSE, 3L);
  }

  private static EventMetadata tidingsFrom(String module) {
    return new EventMetadata(module, "production", "request-c0ffee", null, null);
  }
}
