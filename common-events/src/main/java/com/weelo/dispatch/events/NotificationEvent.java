package com.weelo.dispatch.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages on their way to people, and what became of them. Keyed by recipient. */
public sealed interface NotificationEvent extends DomainEvent {

  NotificationId notificationId();

  UserId recipientId();

  @Override
  default String key() {
    return recipientId().value();
  }

  /**
   * A push to all devices of the recipient.
   *
   * @param category what it is about, for example {@code offer}
   * @param data what the app gets to work with; values are strings, as FCM wants them
   * @param collapseKey a later push with the same key replaces an undelivered one
   * @param expiresAt after this it is worth nothing and is not sent
   */
  @EventType("notification.fcm")
  record Fcm(
      NotificationId notificationId,
      UserId recipientId,
      String category,
      boolean urgent,
      String title,
      String body,
      Map<String, String> data,
      @Nullable String collapseKey,
      @Nullable Instant expiresAt)
      implements NotificationEvent {
    public Fcm {
      data = Map.copyOf(data);
    }
  }

  /** A text message. */
  @EventType("notification.sms")
  record Sms(
      NotificationId notificationId,
      UserId recipientId,
      String category,
      String text,
      @Nullable Instant expiresAt)
      implements NotificationEvent {}

  /** An e-mail. */
  @EventType("notification.email")
  record Email(
      NotificationId notificationId,
      UserId recipientId,
      String category,
      String subject,
      String text,
      @Nullable Instant expiresAt)
      implements NotificationEvent {}

  /**
   * What came of one attempt on one channel.
   *
   * @param outcome for example {@code sent}, {@code expired}, {@code no_device}, {@code failed}
   * @param errorCode the provider's own code where it refused
   * @param attempt counts from 1
   */
  @EventType("notification.delivery")
  record Delivery(
      NotificationId notificationId,
      UserId recipientId,
      String channel,
      String category,
      String outcome,
      @Nullable String errorCode,
      int attempt,
      Instant at)
      implements NotificationEvent {
    public Delivery {
      Checks.atLeast("attempt", attempt, 1);
    }
  }
}
