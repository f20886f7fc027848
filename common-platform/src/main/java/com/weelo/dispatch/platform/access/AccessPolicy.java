package com.weelo.dispatch.platform.access;

import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import java.util.List;

/**
 * Each service writes its own events, reads those that it follows, and nothing else. All may see
 * which topics there are and how long they are; topics are made by whoever grants this.
 */
public final class AccessPolicy {

  private static final List<ServiceRights> SERVICES =
      List.of(
          new ServiceRights(
              "booking-service",
              List.of(BookingEvent.class, AnalyticsEvent.class),
              List.of(BookingEvent.class, AssignmentEvent.class)),
          new ServiceRights(
              "order-service",
              List.of(
                  OrderEvent.class,
                  TruckRequestEvent.class,
                  AssignmentEvent.class,
                  PaymentEvent.class),
              List.of(
                  OrderEvent.Created.class,
                  BookingEvent.Accepted.class,
                  BookingEvent.Cancelled.class)),
          new ServiceRights(
              "location-processor",
              List.of(LocationEvent.class),
              List.of(LocationEvent.class, AssignmentEvent.class)),
          new ServiceRights(
              "notification-worker",
              List.of(NotificationEvent.class),
              List.of(
                  BookingEvent.class,
                  OrderEvent.class,
                  TruckRequestEvent.class,
                  AssignmentEvent.class,
                  NotificationEvent.Fcm.class,
                  NotificationEvent.Sms.class,
                  NotificationEvent.Email.class)),
          new ServiceRights(
              "broadcast-worker",
              List.of(LocationEvent.class, AnalyticsEvent.class),
              List.of(
                  BookingEvent.class,
                  OrderEvent.class,
                  TruckRequestEvent.class,
                  AssignmentEvent.class,
                  NotificationEvent.Delivery.class,
                  LocationEvent.class)),
          new ServiceRights(
              "analytics-worker", List.of(AnalyticsEvent.class), List.of(DomainEvent.class)),
          new ServiceRights("audit-worker", List.of(AuditEvent.class), List.of(DomainEvent.class)));

  private AccessPolicy() {}

  public static List<ServiceRights> services() {
    return SERVICES;
  }
}
