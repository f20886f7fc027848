package com.weelo.dispatch.events;

/** Something that happened, told to the other services. One record for each event type. */
public sealed interface DomainEvent
    permits BookingEvent,
        OrderEvent,
        TruckRequestEvent,
        AssignmentEvent,
        PaymentEvent,
        LocationEvent,
        NotificationEvent,
        AnalyticsEvent,
        AuditEvent {

  /** The Kafka key: events with the same key on the same topic keep their order. */
  String key();
}
