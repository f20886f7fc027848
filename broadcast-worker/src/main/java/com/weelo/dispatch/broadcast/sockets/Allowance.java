package com.weelo.dispatch.broadcast.sockets;

import java.time.Duration;

/** How many messages a client may still send: a bucket that fills over time. For one thread. */
final class Allowance {

  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final double perNano;
  private final int burst;
  private double left;
  private long countedAt;

  Allowance(int perSecond, int burst, long nanoTime) {
    this.perNano = perSecond / NANOS_PER_SECOND;
    this.burst = burst;
    this.left = burst;
    this.countedAt = nanoTime;
  }

  /**
   * @param nanoTime as of {@link System#nanoTime()}
   * @return whether there was one left
   */
  boolean take(long nanoTime) {
    left = Math.min(burst, left + (nanoTime - countedAt) * perNano);
    countedAt = nanoTime;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
