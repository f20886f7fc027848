package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.composing.Notification.Urgency;
import com.weelo.dispatch.notification.composing.Telling.Tale;
import com.weelo.dispatch.notification.digest.Digest;
import com.weelo.dispatch.notification.digest.DigestProperties;
import com.weelo.dispatch.notification.digest.Digests;
import com.weelo.dispatch.notification.people.Category;
import com.weelo.dispatch.notification.people.People;
import com.weelo.dispatch.platform.observability.Correlation;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what was gathered of orders, when the time of gathering is over. */
@Service
public class TellingProgress {

  private final Digests digests;
  private final People people;
  private final Telling telling;
  private final DigestProperties properties;
  private final Clock clock;

  TellingProgress(
      Digests digests, People people, Telling telling, DigestProperties properties, Clock clock) {
    this.digests = digests;
    this.people = people;
    this.telling = telling;
    this.properties = properties;
    this.clock = clock;
  }

  /** Closing and telling are one: what is closed is told, and told once. */
  @Transactional
  public void tellDue() {
    var due = digests.closeDue();
    if (!due.isEmpty()) {
      Correlation.fresh().run(() -> telling.tell(due.stream().map(this::tale).toList()));
    }
  }

  private Tale tale(Digest digest) {
    var notification =
        new Notification(
            digest.recipient(),
            Category.PROGRESS,
            Urgency.LOW,
            wording(digest),
            AppData.progress(digest),
            digest.order() + ":progress",
            clock.instant().plus(Notification.NEWS_LIFETIME));
    var what = digest.order() + "/progress/" + digest.edition();
    return new Tale(AnnouncingEvents.id(what, notification), notification, null);
  }

  private Wording wording(Digest digest) {
    var named = digest.names().stream().limit(properties.progress().names()).toList();
    var known = people.of(named);
    return Wordings.progress(
        digest.trucks(),
        digest.wanted(),
        named.stream().map(id -> name(Objects.requireNonNull(known.get(id)).name(), id)).toList(),
        digest.names().size());
  }

  private static String name(@Nullable String name, UserId id) {
    return name == null ? id.value() : AppData.shortened(name);
  }
}
