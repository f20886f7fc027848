package com.weelo.dispatch.notification;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.notification.composing.AnnouncingBookings;
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
  Subscription<BookingEvent> bookings(AnnouncingBookings announcing) {
    return Subscription.of("notification-worker.policy", BookingEvent.class, announcing::announce);
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
