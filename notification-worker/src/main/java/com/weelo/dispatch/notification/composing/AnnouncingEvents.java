package com.weelo.dispatch.notification.composing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Puts the notifications that an event calls for on their channels. */
@Service
public class AnnouncingEvents {

  private final Outbox outbox;

  AnnouncingEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Whether anybody is to be told; of the same event always the same. */
  public boolean isWorthTelling(EventEnvelope<?> event) {
    return !NotificationPolicy.notificationsFor(event).isEmpty();
  }

  /** Runs in the transaction in which the event is noted as handled. */
  public void announce(EventEnvelope<?> event) {
    outbox.publishAll(
        NotificationPolicy.notificationsFor(event).stream()
            .map(notification -> push(event.eventId(), notification))
            .toList());
  }

  private static Fcm push(UUID event, Notification notification) {
    return new Fcm(
        id(event, notification),
        notification.recipient(),
        notification.category().code(),
        notification.urgent(),
        notification.text().title(),
        notification.text().body(),
        notification.data(),
        notification.collapseKey(),
        notification.expiresAt());
  }

  /**
   * Made of what it tells of, so that telling again is recognised as the same, whatever has been
   * forgotten since.
   */
  private static NotificationId id(UUID event, Notification notification) {
    var name = event + "/" + notification.category().code() + "/" + notification.recipient();
    return new NotificationId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
  }
}
