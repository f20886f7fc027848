package com.weelo.dispatch.notification.composing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.notification.composing.Telling.Tale;
import com.weelo.dispatch.notification.digest.GatheringProgress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells people what an event means to them. */
@Service
public class AnnouncingEvents {

  private final Telling telling;
  private final VoidOffers voidOffers;
  private final GatheringProgress progress;

  AnnouncingEvents(Telling telling, VoidOffers voidOffers, GatheringProgress progress) {
    this.telling = telling;
    this.voidOffers = voidOffers;
    this.progress = progress;
  }

  /** Whether anything is to be done about it; of the same event always the same. */
  public boolean isWorthTelling(EventEnvelope<?> event) {
    return !NotificationPolicy.notificationsFor(event).isEmpty()
        || NotificationPolicy.endedJob(event.data()).isPresent()
        || GatheringProgress.concerns(event.data());
  }

  /** Runs in the transaction in which the event is noted as handled. */
  public void announce(EventEnvelope<?> event) {
    var version = event.metadata().aggregateVersion();
    if (version != null) {
      NotificationPolicy.endedJob(event.data()).ifPresent(job -> voidOffers.add(job, version));
    }
    progress.gather(event);
    telling.tell(
        NotificationPolicy.notificationsFor(event).stream()
            .map(notification -> new Tale(id(event, notification), notification, jobVersion(event)))
            .toList());
  }

  /** An assignment counts its own changes, not those of the job that it is part of. */
  private static @Nullable Long jobVersion(EventEnvelope<?> event) {
    return event.data() instanceof AssignmentEvent ? null : event.metadata().aggregateVersion();
  }

  /**
   * Made of what it tells of, so that telling again is recognised as the same, whatever has been
   * forgotten since.
   */
  private static NotificationId id(EventEnvelope<?> event, Notification notification) {
    return id(event.eventId() + "/" + notification.category().code(), notification);
  }

  static NotificationId id(String what, Notification notification) {
    var name = what + "/" + notification.recipient();
    return new NotificationId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString());
  }
}
