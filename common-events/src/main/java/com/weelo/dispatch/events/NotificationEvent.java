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

  /** Something that one person is to be told on one channel. */
  sealed interface Message extends NotificationEvent {

    /** What it is about, for example {@code offer}. */
    String category();

    /** After this it is worth nothing and is not sent. */
    @Nullable Instant expiresAt();
  }

  /**
   * A push to all devices of the recipient.
   *
   * @param category what it is about, for example {@code offer}
   * @param data what the app gets to work with; values are strings, as FCM wants them
   * @param collapseKey a later push with the same key replaces an undelivered one
   * @param expiresAt after this it is worth nothing and is not sent
   * @param jobVersion how often the booking or order that it tells of had changed by then; since
   *     1.1
   * @param fallbackText what is sent as a text message where no device could be reached; absent
   *     where the push is not worth one; since 1.1
   */
  @EventType(value = "notification.fcm", version = "1.1")
  record Fcm(
      NotificationId notificationId,
      UserId recipientId,
      String category,
      boolean urgent,
      String title,
      String body,
      Map<String, String> data,
      @Nullable String collapseKey,
      @Nullable Instant expiresAt,
      @Nullable Long jobVersion,
      @Nullable String fallbackText)
      implements Message {
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
      implements Message {}

  /** An e-mail. */
  @EventType("notification.email")
  record Email(
      NotificationId notificationId,
      UserId recipientId,
      String category,
      String subject,
      String text,
      @Nullable Instant expiresAt)
      implements Message {}

  /**
   * What came of one attempt on one channel.
   *
   * @param outcome for example {@code sent}, {@code expired}, {@code no_device}, {@code failed}
   * @param errorCode the provider's own code where it refused
   * @param attempt counts from 1
   * @param inApp what an app that is open shows, where this tells of something new in the inbox;
   *     since 1.1
   */
  @EventType(value = "notification.delivery", version = "1.1")
  record Delivery(
      NotificationId notificationId,
      UserId recipientId,
      String channel,
      String category,
      String outcome,
      @Nullable String errorCode,
      int attempt,
      Instant at,
      @Nullable InApp inApp)
      implements NotificationEvent {
    public Delivery {
      Checks.atLeast("attempt", attempt, 1);
    }

    /** Of a channel other than the inbox. */
    public Delivery(
        NotificationId notificationId,
        UserId recipientId,
        String channel,
        String category,
        String outcome,
        @Nullable String errorCode,
        int attempt,
        Instant at) {
      this(notificationId, recipientId, channel, category, outcome, errorCode, attempt, at, null);
    }
  }

  /**
   * Something in the inbox, as an app shows it.
   *
   * @param data what the app gets to work with
   */
  record InApp(String title, String body, Map<String, String> data) {
    public InApp {
      data = Map.copyOf(data);
    }
  }
}
