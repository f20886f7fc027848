package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.notification.composing.Notification.Urgency;
import com.weelo.dispatch.notification.people.Category;
import com.weelo.dispatch.notification.people.Person;
import com.weelo.dispatch.notification.people.Way;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** By which ways, and when, a person is told of something: as they have chosen. */
final class TellingPolicy {

  /** What makes a noise, which an e-mail or something in the inbox does not. */
  private static final Set<Way> LOUD = Set.of(Way.PUSH, Way.SMS);

  private TellingPolicy() {}

  /**
   * How to go about it.
   *
   * @param ways none where they are not to be told at all
   * @param loudFrom what makes a noise is not sent before; null for at once
   */
  record Plan(Set<Way> ways, @Nullable Instant loudFrom) {
    Plan {
      ways = Set.copyOf(ways);
    }

    boolean isPostponed(Way way) {
      return loudFrom != null && LOUD.contains(way);
    }
  }

  static Plan plan(Notification notification, Person person, Instant now) {
    var ways = EnumSet.noneOf(Way.class);
    ways.addAll(ways(notification, person));
    if (notification.urgency() == Urgency.CRITICAL) {
      ways.add(Way.PUSH);
      return new Plan(ways, null);
    }
    var quietUntil = person.quietUntil(now).orElse(null);
    if (quietUntil == null || !notification.urgent()) {
      return new Plan(ways, null); // what wakes nobody disturbs nobody
    }
    if (notification.category() == Category.OFFER) {
      // Nobody who is asleep takes it, and later it is gone.
      ways.removeAll(LOUD);
    }
    return new Plan(ways, quietUntil);
  }

  private static Set<Way> ways(Notification notification, Person person) {
    return notification.category() == Category.OFFER_WITHDRAWN
        ? withdrawal(person)
        : person.ways(notification.category());
  }

  /** It goes where the offer went. */
  private static Set<Way> withdrawal(Person person) {
    return person.ways(Category.OFFER).contains(Way.PUSH) ? Set.of(Way.PUSH) : Set.of();
  }
}
