package com.weelo.dispatch.audit.web;

import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when to when, as callers say it. */
final class Times {

  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private Times() {}

  /**
   * @throws Problem 400 where it is none
   */
  static @Nullable Instant parse(String field, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      var time = Instant.parse(text);
      if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw Problem.invalid(field, "is no time such as 2026-03-02T09:00:00Z");
    }
    throw Problem.invalid(field, "is out of range");
  }

  /**
   * @throws Problem 400 where they are in the wrong order, or too far apart
   */
  static void check(@Nullable Instant from, @Nullable Instant to, Duration longest, Clock clock) {
    if (from == null) {
      return;
    }
    var until = to == null ? clock.instant() : to;
    if (to != null && from.isAfter(to)) {
      throw Problem.invalid("from", "is after to");
    }
    if (Duration.between(from, until).compareTo(longest) > 0) {
      throw Problem.invalid("from", "is more than %d days before to".formatted(longest.toDays()));
    }
  }
}
