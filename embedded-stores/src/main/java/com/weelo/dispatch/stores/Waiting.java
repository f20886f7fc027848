package com.weelo.dispatch.stores;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition by asking again and again. */
final class Waiting {

  private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  private Waiting() {}

  /** Answers whether the condition came true in time. */
  static boolean until(BooleanSupplier condition, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return true;
  }
}
