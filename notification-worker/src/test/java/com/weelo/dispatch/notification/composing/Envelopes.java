package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Events as the policy gets them. */
final class Envelopes {

  private static final Templates TEMPLATES = new Templates();

  private Envelopes() {}

  /** What somebody reads who has not said in which language. */
  static Text english(Notification notification) {
    return TEMPLATES.render(notification.wording(), Locale.ENGLISH);
  }

  /** The notifications that the event calls for when it happens then. */
  static List<Notification> told(DomainEvent event, Instant at) {
    return NotificationPolicy.notificationsFor(
        new EventEnvelope<>(
            EventIds.next(),
            at,
            event,
            new EventMetadata("a-service", "test", "a-correlation", null, 1L)));
  }
}
