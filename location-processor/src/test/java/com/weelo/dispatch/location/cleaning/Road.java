package com.weelo.dispatch.location.cleaning;

import com.weelo.dispatch.events.GpsFix;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Fixes along a road that runs straight north. */
record Road(Instant time, double km, @Nullable Double accuracy, @Nullable Long sequence) {

  static final Road SOMEWHERE = new Road(Instant.parse("2026-01-10T08:00:00Z"), 0, null, null);

  private static final double DEGREES_PER_KM = 1 / 111.195;

  /** At the beginning of the road, so many seconds later. */
  Road at(long seconds) {
    return later(Duration.ofSeconds(seconds));
  }

  Road later(Duration duration) {
    return new Road(time.plus(duration), km, accuracy, sequence);
  }

  Road km(double way) {
    return new Road(time, way, accuracy, sequence);
  }

  Road accurateTo(double meters) {
    return new Road(time, km, meters, sequence);
  }

  Road number(long running) {
    return new Road(time, km, accuracy, running);
  }

  GpsFix fix() {
    return new GpsFix(12.9 + km * DEGREES_PER_KM, 77.6, null, null, accuracy, time, sequence, null);
  }
}
