package com.weelo.dispatch.analytics.live;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.weelo.dispatch.analytics.rollups.WaitSketch;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.EventEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long events take from their transaction to here: new bookings by minute of the last hour, and
 * all of them in the last minute. Safe for many threads.
 */
final class LiveLatencies {

  private static final Duration KEPT = Duration.ofHours(1);

  private final NavigableMap<Instant, WaitSketch> minutes = new TreeMap<>();

  private final NavigableMap<Instant, WaitSketch> all = new TreeMap<>();

  synchronized void hear(EventEnvelope<?> event, Instant now) {
    var bin = WaitSketch.binOf(Duration.between(event.timestamp(), now));
    var minute = now.truncatedTo(MINUTES);
    all.computeIfAbsent(minute, fresh -> new WaitSketch()).add(bin, 1);
    all.headMap(minute.minus(1, MINUTES)).clear();
    if (event.data() instanceof BookingEvent.Created) {
      minutes.computeIfAbsent(minute, fresh -> new WaitSketch()).add(bin, 1);
      minutes.headMap(now.minus(KEPT)).clear();
    }
  }

  /**
   * What 99 in a hundred events of the last full minute, or else of this one, took at most.
   *
   * @return empty where none came
   */
  synchronized Optional<Long> lagMillis(Instant now) {
    var minute = all.ceilingEntry(now.truncatedTo(MINUTES).minus(1, MINUTES));
    return Optional.ofNullable(minute).map(sketch -> sketch.getValue().millisAt(0.99));
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
