package com.weelo.dispatch.notification.people;

import com.weelo.dispatch.events.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one person wants to be told.
 *
 * @param name as others are told of them; null where they have not said
 * @param choices what they have chosen, where it differs from the category's own ways or not
 */
public record Person(
    UserId id,
    @Nullable String name,
    Locale locale,
    ZoneId zone,
    @Nullable QuietHours quietHours,
    Map<Category, Map<Way, Boolean>> choices) {

  public Person {
    choices = Map.copyOf(choices);
  }

  /** The ways to tell them of something in that category. */
  public Set<Way> ways(Category category) {
    var ways = EnumSet.noneOf(Way.class);
    ways.addAll(category.ways());
    choices
        .getOrDefault(category, Map.of())
        .forEach((way, wanted) -> {
          if (wanted) {
            ways.add(way);
          } else {
            ways.remove(way);
          }
        });
    return ways;
  }

  /** Until when they want to be left alone, if they do at that time. */
  public Optional<Instant> quietUntil(Instant then) {
    return quietHours == null ? Optional.empty() : quietHours.endAt(then, zone);
  }
}
