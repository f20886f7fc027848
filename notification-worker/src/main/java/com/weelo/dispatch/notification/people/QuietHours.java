package com.weelo.dispatch.notification.people;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When somebody wants to be left alone, every day. May reach over midnight.
 *
 * @param until no longer quiet
 */
public record QuietHours(LocalTime from, LocalTime until) {

  /**
   * @throws IllegalArgumentException where they would never begin, or never end
   */
  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("quiet hours have to end");
    }
  }

  /** When they are over, if it is quiet then. */
  public Optional<Instant> endAt(Instant then, ZoneId zone) {
    var local = then.atZone(zone);
    var time = local.toLocalTime();
    if (!isQuiet(time)) {
      return Optional.empty();
    }
    var day = time.isBefore(until) ? local.toLocalDate() : local.toLocalDate().plusDays(1);
    // A time that the clocks leave out that day is moved on by as much as they are.
    return Optional.of(day.atTime(until).atZone(zone).toInstant());
  }

  private boolean isQuiet(LocalTime time) {
    return from.isBefore(until)
        ? !time.isBefore(from) && time.isBefore(until)
        : !time.isBefore(from) || time.isBefore(until);
  }
}
