package com.weelo.dispatch.suite.simulator;

import java.time.Duration;
import java.util.SplittableRandom;

/** How one captain answers offers: its own mind, but always the same one for the same seed. */
final class OfferPolicy {

  private static final double ACCEPTS = 0.4;
  private static final double DECLINES = 0.4;
  private static final long QUICKEST_MILLIS = 200;
  private static final long SLOWEST_MILLIS = 3_000;

  private final SplittableRandom mind;

  OfferPolicy(long seed, String captainId) {
    this.mind = new SplittableRandom(seed * 31 + captainId.hashCode());
  }

  /** What a captain does with an offer. */
  enum Answer {
    ACCEPT,
    DECLINE,
    IGNORE
  }

  /**
   * @param thinking from the offer's arrival to the answer
   */
  record Decision(Answer answer, Duration thinking) {}

  Decision decide() {
    var mood = mind.nextDouble();
    var answer =
        mood < ACCEPTS ? Answer.ACCEPT : mood < ACCEPTS + DECLINES ? Answer.DECLINE : Answer.IGNORE;
    return new Decision(answer, Duration.ofMillis(mind.nextLong(QUICKEST_MILLIS, SLOWEST_MILLIS)));
  }
}
