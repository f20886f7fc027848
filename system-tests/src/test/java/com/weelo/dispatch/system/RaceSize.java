package com.weelo.dispatch.system;

import java.time.Duration;

/**
 * How much is raced for, by system properties {@code dispatch.test.…}.
 *
 * @param orders of each seed
 * @param seeds how many times everything is run, each time with another seed
 * @param kills how often, on the way of each seed, order-service is killed; each third time all of
 *     its instances are
 * @param instances of order-service, one or two
 */
record RaceSize(int orders, int seeds, int kills, int instances) {

  static final int TRANSPORTERS = 60;

  /** From one order to the next. */
  static final Duration BETWEEN_ORDERS = Duration.ofMillis(250);

  RaceSize {
    if (orders < 1 || seeds < 1 || kills < 0 || instances < 1 || instances > 2) {
      throw new IllegalArgumentException("no race has this size");
    }
  }

  static RaceSize ofThisRun() {
    return new RaceSize(
        Integer.getInteger("dispatch.test.orders", 30),
        Integer.getInteger("dispatch.test.seeds", 1),
        Integer.getInteger("dispatch.test.kills", 1),
        Integer.getInteger("dispatch.test.instances", 2));
  }
}
