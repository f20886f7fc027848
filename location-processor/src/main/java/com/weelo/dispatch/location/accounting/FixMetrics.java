package com.weelo.dispatch.location.accounting;

import com.weelo.dispatch.location.cleaning.Outcome;
import com.weelo.dispatch.location.drivers.DriverState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What became of the fixes that this instance saw, and how fresh its index entries are. */
@Component
public class FixMetrics {

  private final Map<Outcome, Counter> fixes = new EnumMap<>(Outcome.class);
  private final Timer age;
  private final Clock clock;

  FixMetrics(MeterRegistry registry, Clock clock) {
    for (var outcome : Outcome.values()) {
      fixes.put(
          outcome,
          Counter.builder("dispatch.location.fixes")
              .description("Fixes by what became of them")
              .tag("outcome", outcome.code())
              .register(registry));
    }
    this.age =
        Timer.builder("dispatch.location.age.when.indexed")
            .description("From when the device took a fix until the index had it")
            .publishPercentileHistogram()
            .register(registry);
    this.clock = clock;
  }

  public void count(Tally tally) {
    fixes.forEach((outcome, counter) -> counter.increment(tally.of(outcome)));
  }

  /** To be told once the index has them. */
  public void indexed(Collection<DriverState> states) {
    var now = clock.instant();
    for (var state : states) {
      var current = state.track().current();
      if (current != null) {
        age.record(Duration.between(current.recordedAt(), now));
      }
    }
  }
}
