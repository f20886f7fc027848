package com.weelo.dispatch.notification;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.NotificationEvent.Email;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationEvent.Sms;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.notification.composing.AnnouncingEvents;
import com.weelo.dispatch.notification.composing.Postponed;
import com.weelo.dispatch.notification.composing.TellingProgress;
import com.weelo.dispatch.notification.composing.VoidOffers;
import com.weelo.dispatch.notification.devices.DeviceToken;
import com.weelo.dispatch.notification.devices.Devices;
import com.weelo.dispatch.notification.digest.DigestProperties;
import com.weelo.dispatch.notification.digest.Digests;
import com.weelo.dispatch.notification.email.EmailProperties;
import com.weelo.dispatch.notification.email.EmailProvider;
import com.weelo.dispatch.notification.fcm.FcmConnection;
import com.weelo.dispatch.notification.fcm.FcmProperties;
import com.weelo.dispatch.notification.fcm.FcmProvider;
import com.weelo.dispatch.notification.inbox.Inbox;
import com.weelo.dispatch.notification.people.PeopleProperties;
import com.weelo.dispatch.notification.people.Profiles;
import com.weelo.dispatch.notification.sending.Channel;
import com.weelo.dispatch.notification.sending.Channels;
import com.weelo.dispatch.notification.sending.Deliveries;
import com.weelo.dispatch.notification.sending.NotConfigured;
import com.weelo.dispatch.notification.sending.Receipts;
import com.weelo.dispatch.notification.sending.Results;
import com.weelo.dispatch.notification.sms.SmsProperties;
import com.weelo.dispatch.notification.sms.TwilioProvider;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.housekeeping.Chore;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What the worker reads, and by what it sends. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  NotificationProperties.class,
  FcmProperties.class,
  SmsProperties.class,
  EmailProperties.class,
  PeopleProperties.class,
  DigestProperties.class
})
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
  FcmConnection fcmConnection(FcmProperties properties) {
    return FcmConnection.open(properties);
  }

  @Bean
  Channels.Open<Fcm> pushes(
      Channels channels,
      FcmConnection fcm,
      FcmProperties way,
      Devices devices,
      NotificationProperties properties,
      Clock clock) {
    return channels.open(
        Channel.FCM,
        "notification-worker.fcm",
        Fcm.class,
        new FcmProvider(fcm.messaging(), way.connections(), clock),
        (address, asOf) -> devices.forget(new DeviceToken(address.value()), asOf),
        properties.fcm());
  }

  @Bean
  Subscription<Fcm> sentPushes(Channels.Open<Fcm> pushes, NotificationProperties properties) {
    return Subscription.perKey(
        "notification-worker.fcm", Fcm.class, pushes.sending()::send, properties.fcm().inFlight());
  }

  @Bean
  SweepLoop resumedPushes(Channels.Open<Fcm> pushes) {
    return pushes.resuming();
  }

  @Bean
  Channels.Open<Sms> texts(
      Channels channels, SmsProperties sms, Profiles profiles, NotificationProperties properties) {
    var account = sms.accountSid();
    return channels.open(
        Channel.SMS,
        "notification-worker.sms",
        Sms.class,
        account == null ? new NotConfigured<>() : TwilioProvider.of(sms, account),
        forgetting(Channel.SMS, profiles),
        properties.sms());
  }

  @Bean
  Subscription<Sms> sentTexts(Channels.Open<Sms> texts, NotificationProperties properties) {
    return Subscription.perKey(
        "notification-worker.sms", Sms.class, texts.sending()::send, properties.sms().inFlight());
  }

  @Bean
  SweepLoop resumedTexts(Channels.Open<Sms> texts) {
    return texts.resuming();
  }

  @Bean
  Channels.Open<Email> emails(
      Channels channels,
      ObjectProvider<JavaMailSenderImpl> server,
      EmailProperties email,
      Profiles profiles,
      NotificationProperties properties,
      Clock clock) {
    var mail = server.getIfAvailable();
    return channels.open(
        Channel.EMAIL,
        "notification-worker.email",
        Email.class,
        mail == null ? new NotConfigured<>() : EmailProvider.by(mail, email.from(), clock),
        forgetting(Channel.EMAIL, profiles),
        properties.email());
  }

  @Bean
  Subscription<Email> sentEmails(Channels.Open<Email> emails, NotificationProperties properties) {
    return Subscription.perKey(
        "notification-worker.email",
        Email.class,
        emails.sending()::send,
        properties.email().inFlight());
  }

  @Bean
  SweepLoop resumedEmails(Channels.Open<Email> emails) {
    return emails.resuming();
  }

  private static Results.Forgetting forgetting(Channel channel, Profiles profiles) {
    return (address, asOf) -> profiles.forget(channel.code(), address.hash(), asOf);
  }

  @Bean
  SweepLoop postponedMessages(Postponed postponed, NotificationProperties properties) {
    return new SweepLoop("postponed", postponed::tellDue, properties.postponedLook());
  }

  @Bean
  SweepLoop progressOfOrders(TellingProgress telling, DigestProperties properties) {
    return new SweepLoop("digests", telling::tellDue, properties.look());
  }

  @Bean
  Chore forgetting(
      Deliveries deliveries,
      VoidOffers offers,
      Inbox inbox,
      Digests digests,
      Receipts receipts,
      NotificationProperties properties,
      Clock clock) {
    return new Chore(
        "Forgetting what was told long ago",
        () -> {
          var then = clock.instant().minus(properties.keepDeliveries());
          deliveries.forgetBefore(then);
          offers.forgetBefore(then);
          inbox.forgetBefore(then);
          digests.forgetBefore(then);
          receipts.forgetBefore(then);
        });
  }
}
