package com.weelo.dispatch.suite.simulator;

import java.time.Duration;

/**
 * What a simulation does.
 *
 * @param length how long customers come, in real time
 * @param speed how much faster than in the recording time goes by
 * @param betweenOrders from one order of several trucks to the next, in real time
 * @param rehearsal how long a cold suite is given bookings before any of them is timed, in real
 *     time
 * @param seed the same seed makes everybody the same choices
 */
public record SimulationSettings(
    Duration length, double speed, Duration betweenOrders, Duration rehearsal, long seed) {

  /** How long captains have been on their way when the first customer comes, as recorded. */
  static final Duration LEAD = Duration.ofMinutes(13);

  /**
   * @throws IllegalArgumentException where there is no time, or it stands still
   */
  public SimulationSettings {
    if (!length.isPositive()) {
      throw new IllegalArgumentException("the simulation must last longer than nothing");
    }
    if (!betweenOrders.isPositive()) {
      throw new IllegalArgumentException("there must be time between one order and the next");
    }
    if (!rehearsal.isPositive()) {
      throw new IllegalArgumentException("there must be a rehearsal, however short");
    }
    if (!(speed > 0) || speed > 1_000) {
      throw new IllegalArgumentException("speed must be above 0 and at most 1000");
    }
  }

  /** The rehearsal, and time to catch up with it. */
  public Duration warmUp() {
    return rehearsal.multipliedBy(6).dividedBy(5);
  }

  /** What lasts so long in the recording lasts so long in the simulation. */
  Duration scaled(Duration recorded) {
    return Duration.ofNanos((long) (recorded.toNanos() / speed));
  }

  /** What passes in the recording while so much real time does. */
  Duration recorded(Duration real) {
    return Duration.ofNanos((long) (real.toNanos() * speed));
  }
}
