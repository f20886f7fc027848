package com.weelo.dispatch.location.cleaning;

import java.time.Duration;
import java.time.Instant;

/**
 * Fixes that can not be reached from where the driver is believed to be, but agree among
 * themselves. They are dropped, until there are enough of them over long enough a time: then it was
 * the old position that was wrong.
 *
 * @param latest the newest of them
 * @param since when the oldest of them was taken
 * @param fixes how many there are
 */
public record Elsewhere(Sighting latest, Instant since, int fixes) {

  static Elsewhere startingAt(Sighting first) {
    return new Elsewhere(first, first.recordedAt(), 1);
  }

  Elsewhere joinedBy(Sighting next) {
    var newer = next.recordedAt().isAfter(latest.recordedAt());
    return new Elsewhere(
        newer ? next : latest,
        next.recordedAt().isBefore(since) ? next.recordedAt() : since,
        fixes + 1);
  }

  Duration held() {
    return Duration.between(since, latest.recordedAt());
  }
}
