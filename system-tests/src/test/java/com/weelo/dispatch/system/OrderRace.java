package com.weelo.dispatch.system;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What everybody in one race shares. All of them act on the client's one thread, so chance is drawn
 * in the order in which answers come: the seed fixes what is ordered and by which fleets, and how
 * people choose, but not who is first.
 *
 * @param trips that are not over
 * @param open whether transporters still look for work
 */
record OrderRace(
    RunningSuite suite,
    City city,
    OrderCalls calls,
    Told told,
    Random random,
    AtomicInteger trips,
    AtomicBoolean open) {

  OrderRace(RunningSuite suite, City city, OrderCalls calls, long seed) {
    this(
        suite,
        city,
        calls,
        new Told(),
        new Random(seed),
        new AtomicInteger(),
        new AtomicBoolean(true));
  }

  /** True so many times of a hundred. */
  boolean happens(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Soon: from the one to the other number of milliseconds. */
  Duration within(int from, int to) {
    return Duration.ofMillis(random.nextInt(from, to));
  }
}
