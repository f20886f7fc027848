package com.weelo.dispatch.notification;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.notification.composing.AnnouncingEvents;
import com.weelo.dispatch.notification.fcm.FcmConnection;
import com.weelo.dispatch.notification.fcm.FcmProperties;
import com.weelo.dispatch.notification.fcm.FcmProvider;
import com.weelo.dispatch.notification.sending.Deliveries;
import com.weelo.dispatch.notification.sending.MeteredPushProvider;
import com.weelo.dispatch.notification.sending.PushProvider;
import com.weelo.dispatch.notification.sending.SendingPushes;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.housekeeping.Chore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the worker reads, and by what it sends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotificationProperties.class, FcmProperties.class})
class NotificationWiring {

  @Bean
  Subscription<BookingEvent> bookings(AnnouncingEvents announcing) {
    return announced(BookingEvent.class, announcing);
  }

  @Bean
  Subscription<OrderEvent> orders(AnnouncingEvents announcing) {
    return announced(OrderEvent.class, announcing);
  }

  @Bean
  Subscription<TruckRequestEvent> truckRequests(AnnouncingEvents announcing) {
    return announced(TruckRequestEvent.class, announcing);
  }

  @Bean
  Subscription<AssignmentEvent> assignments(AnnouncingEvents announcing) {
    return announced(AssignmentEvent.class, announcing);
  }

  private static <E extends DomainEvent> Subscription<E> announced(
      Class<E> type, AnnouncingEvents announcing) {
    return Subscription.of(
        "notification-worker.policy", type, announcing::isWorthTelling, announcing::announce);
  }

  @Bean
  Subscription<NotificationEvent.Fcm> pushes(
      SendingPushes sending, NotificationProperties properties) {
    return Subscription.perKey(
        "notification-worker.fcm",
        NotificationEvent.Fcm.class,
        sending::send,
        properties.inFlight());
  }

  @Bean
  FcmConnection fcmConnection(FcmProperties properties) {
    return FcmConnection.open(properties);
  }

  @Bean
  PushProvider pushProvider(FcmConnection fcm, Clock clock, MeterRegistry registry) {
    return new MeteredPushProvider(new FcmProvider(fcm.messaging(), clock), registry);
  }

  @Bean
  Chore forgetDeliveries(Deliveries deliveries, NotificationProperties properties, Clock clock) {
    return new Chore(
        "Forgetting old deliveries",
        () -> deliveries.forgetBefore(clock.instant().minus(properties.keepDeliveries())));
  }
}
