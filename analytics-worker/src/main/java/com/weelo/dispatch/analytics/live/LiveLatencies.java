package com.weelo.dispatch.analytics.live;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.weelo.dispatch.analytics.rollups.AcceptanceSketch;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.EventEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long new bookings take from their transaction to those who read the topics, by minute of the
 * last hour. Safe for many threads.
 */
final class LiveLatencies {

  private static final Duration KEPT = Duration.ofHours(1);

  private final NavigableMap<Instant, AcceptanceSketch> minutes = new TreeMap<>();

  synchronized void hear(EventEnvelope<?> event, Instant now) {
    if (event.data() instanceof BookingEvent.Created) {
      minutes
          .computeIfAbsent(now.truncatedTo(MINUTES), minute -> new AcceptanceSketch())
          .add(AcceptanceSketch.binOf(Duration.between(event.timestamp(), now)), 1);
      minutes.headMap(now.minus(KEPT)).clear();
    }
  }

  /**
   * Whole milliseconds that this share of the minute's bookings did not exceed.
   *
   * @return empty where none came
   */
  synchronized Optional<Long> millisAt(double share, Instant minute) {
    return Optional.ofNullable(minutes.get(minute)).map(sketch -> sketch.millisAt(share));
  }
}
