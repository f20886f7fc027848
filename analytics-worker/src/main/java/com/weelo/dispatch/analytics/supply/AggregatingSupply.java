package com.weelo.dispatch.analytics.supply;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.weelo.dispatch.analytics.facts.Cells;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.GpsFix;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.platform.consuming.BatchHandler;
import com.weelo.dispatch.platform.consuming.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds positions up by cell, minute and vehicle type; what can be no position is left out. */
@Component
public class AggregatingSupply implements BatchHandler<LocationEvent> {

  /** An offline buffer brings what is a day old at most. */
  private static final Duration OLDEST = Duration.ofDays(1);

  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  private final Cells cells;
  private final SupplyMinutes minutes;
  private final Counter leftOut;

  AggregatingSupply(Cells cells, SupplyMinutes minutes, MeterRegistry registry) {
    this.cells = cells;
    this.minutes = minutes;
    this.leftOut =
        Counter.builder("dispatch.analytics.positions.left.out")
            .description("Positions not counted: nowhere on earth, or at no time that can be")
            .register(registry);
  }

  @Override
  public void handle(List<Received<LocationEvent>> batch) {
    var seen = new HashMap<SupplyMinutes.Place, SupplyMinutes.Seen>();
    for (var received : batch) {
      var event = received.event();
      for (var fix : event.data().reported()) {
        if (isPossible(fix, event)) {
          seen.computeIfAbsent(placeOf(fix), place -> new SupplyMinutes.Seen())
              .add(event.data().driverId());
        } else {
          leftOut.increment();
        }
      }
    }
    minutes.add(seen);
  }

  private SupplyMinutes.Place placeOf(GpsFix fix) {
    return new SupplyMinutes.Place(
        fix.recordedAt().truncatedTo(MINUTES),
        cells.of(fix.latitude(), fix.longitude()),
        fix.vehicleType() == null ? "" : fix.vehicleType().code());
  }

  private static boolean isPossible(GpsFix fix, EventEnvelope<?> event) {
    return Math.abs(fix.latitude()) <= 90
        && Math.abs(fix.longitude()) <= 180
        && isNear(fix.recordedAt(), event.timestamp());
  }

  private static boolean isNear(Instant recorded, Instant told) {
    return recorded.isAfter(told.minus(OLDEST)) && recorded.isBefore(told.plus(CLOCK_TOLERANCE));
  }
}
