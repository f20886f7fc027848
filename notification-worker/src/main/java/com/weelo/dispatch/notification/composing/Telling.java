package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.NotificationEvent.Email;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.events.NotificationEvent.Sms;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.notification.composing.Notification.Urgency;
import com.weelo.dispatch.notification.composing.TellingPolicy.Plan;
import com.weelo.dispatch.notification.inbox.Inbox;
import com.weelo.dispatch.notification.people.People;
import com.weelo.dispatch.notification.people.Person;
import com.weelo.dispatch.notification.people.Way;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells people: each in its language, by the ways it wants, when it wants. */
@Service
public class Telling {

  /** What is worth keeping is worth something after a day without a mail server. */
  private static final Duration EMAIL_LIFETIME = Duration.ofDays(1);

  private final People people;
  private final Templates templates;
  private final Outbox outbox;
  private final Inbox inbox;
  private final Postponed postponed;
  private final Clock clock;

  Telling(
      People people,
      Templates templates,
      Outbox outbox,
      Inbox inbox,
      Postponed postponed,
      Clock clock) {
    this.people = people;
    this.templates = templates;
    this.outbox = outbox;
    this.inbox = inbox;
    this.postponed = postponed;
    this.clock = clock;
  }

  /**
   * Something to be told, and what it is known by on every channel.
   *
   * @param jobVersion how often the job that it tells of had changed by then
   */
  public record Tale(NotificationId id, Notification notification, @Nullable Long jobVersion) {}

  /**
   * Runs in the caller's transaction: all of it is told, or nothing.
   *
   * @throws com.weelo.dispatch.platform.consuming.PoisonEvent where a text lacks something
   */
  public void tell(List<Tale> tales) {
    if (tales.isEmpty()) {
      return;
    }
    var now = clock.instant();
    var known = people.of(tales.stream().map(tale -> tale.notification().recipient()).toList());
    var messages = new ArrayList<Message>();
    for (var tale : tales) {
      var notification = tale.notification();
      var person = Objects.requireNonNull(known.get(notification.recipient()));
      var plan = TellingPolicy.plan(notification, person, now);
      if (!plan.ways().isEmpty()) {
        tell(tale, person, plan, now, messages);
      }
    }
    outbox.publishAll(messages);
  }

  private void tell(Tale tale, Person person, Plan plan, Instant now, List<Message> messages) {
    var text = templates.render(tale.notification().wording(), person.locale());
    for (var way : plan.ways()) {
      if (way == Way.INBOX) {
        inbox.add(
            new Inbox.Entry(
                tale.id(),
                tale.notification().recipient(),
                tale.notification().category().code(),
                text.title(),
                text.body(),
                tale.notification().data(),
                now,
                null));
      } else if (plan.isPostponed(way)) {
        var from = Objects.requireNonNull(plan.loudFrom());
        var lifetime = Duration.between(now, tale.notification().expiresAt());
        message(way, tale, text, from.plus(lifetime))
            .ifPresent(message -> postponed.add(message, tale.notification().collapseKey(), from));
      } else {
        message(way, tale, text, tale.notification().expiresAt()).ifPresent(messages::add);
      }
    }
  }

  private static Optional<Message> message(Way way, Tale tale, Text text, Instant expiresAt) {
    var notification = tale.notification();
    var category = notification.category().code();
    return Optional.ofNullable(
        switch (way) {
          case PUSH ->
              new Fcm(
                  tale.id(),
                  notification.recipient(),
                  category,
                  notification.urgent(),
                  text.title(),
                  text.body(),
                  notification.data(),
                  notification.collapseKey(),
                  expiresAt,
                  tale.jobVersion(),
                  notification.urgency() == Urgency.CRITICAL ? text.inShort() : null);
          case SMS ->
              new Sms(tale.id(), notification.recipient(), category, text.inShort(), expiresAt);
          case EMAIL ->
              new Email(
                  tale.id(),
                  notification.recipient(),
                  category,
                  text.title(),
                  text.body(),
                  notification.expiresAt().plus(EMAIL_LIFETIME));
          case INBOX -> null;
        });
  }
}
