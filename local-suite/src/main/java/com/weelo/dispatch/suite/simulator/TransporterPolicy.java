package com.weelo.dispatch.suite.simulator;

import java.time.Duration;
import java.util.SplittableRandom;

/** What one transporter does with offers, always the same for the same seed. */
final class TransporterPolicy {

  private static final double CONFIRMS = 0.86;
  private static final double GIVES_BACK = 0.07;
  private static final double SENDS_ALL_IT_CAN = 0.5;
  private static final double INTERESTED = 0.7;

  private final long seed;
  private final SplittableRandom mind;

  TransporterPolicy(long seed, String transporterId) {
    this.seed = seed * 31 + transporterId.hashCode();
    this.mind = new SplittableRandom(this.seed);
  }

  /** Whether it wants to drive for that order at all: it does not change its mind. */
  boolean isInterestedIn(String orderId) {
    return new SplittableRandom(seed ^ orderId.hashCode()).nextDouble() < INTERESTED;
  }

  /** What becomes of a hold. */
  enum Intent {
    CONFIRM,
    GIVE_BACK,
    FORGET
  }

  /** From an offer's arrival to the call for trucks. */
  Duration thinking() {
    return Duration.ofMillis(mind.nextLong(500, 4_000));
  }

  /** From the hold to naming who drives. */
  Duration naming() {
    return Duration.ofMillis(mind.nextLong(500, 3_000));
  }

  /** How many trucks to reserve: often all that are free and wanted, else some of them. */
  int trucks(int free, int open) {
    var most = Math.min(free, open);
    return most < 2 || mind.nextDouble() < SENDS_ALL_IT_CAN ? most : mind.nextInt(1, most);
  }

  Intent intent() {
    var mood = mind.nextDouble();
    return mood < CONFIRMS
        ? Intent.CONFIRM
        : mood < CONFIRMS + GIVES_BACK ? Intent.GIVE_BACK : Intent.FORGET;
  }

  /** How long a truck is out: days on the road, as long here as somebody likes to watch. */
  Duration journey() {
    return Duration.ofMillis(mind.nextLong(12_000, 25_000));
  }
}
