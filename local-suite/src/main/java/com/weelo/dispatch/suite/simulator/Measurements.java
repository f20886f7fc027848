package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.measuring.Latencies;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What a simulation has counted and timed so far. Any thread may write and read. */
public final class Measurements {

  private final Map<Count, LongAdder> counts = new EnumMap<>(Count.class);
  private final Map<Timing, Latencies> timings = new EnumMap<>(Timing.class);

  private volatile boolean isTiming;

  Measurements() {
    Arrays.stream(Count.values()).forEach(count -> counts.put(count, new LongAdder()));
    Arrays.stream(Timing.values()).forEach(timing -> timings.put(timing, new Latencies()));
  }

  void add(Count count) {
    adder(count).increment();
  }

  void add(Count count, long number) {
    adder(count).add(number);
  }

  /** Timed only once the suite is warm. */
  void add(Timing timing, long nanos) {
    if (timing()) {
      of(timing).record(nanos);
    }
  }

  void beginTiming() {
    isTiming = true;
  }

  boolean timing() {
    return isTiming;
  }

  public long of(Count count) {
    return adder(count).sum();
  }

  public Latencies of(Timing timing) {
    return Objects.requireNonNull(timings.get(timing));
  }

  private LongAdder adder(Count count) {
    return Objects.requireNonNull(counts.get(count));
  }
}
