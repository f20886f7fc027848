package com.weelo.dispatch.testing;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Counts the Spring contexts that use the shared stores. */
final class OpenContexts {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Its one own party stands for this class and lets it advance when all others have left. */
  private static final Phaser OPEN = new Phaser(1);

  private OpenContexts() {}

  static void opened() {
    OPEN.register();
  }

  static void closed() {
    OPEN.arriveAndDeregister();
  }

  /** Returns when the last context has closed, or when that takes too long. */
  static void awaitNone() {
    try {
      OPEN.awaitAdvanceInterruptibly(
          OPEN.arriveAndDeregister(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException someContextDoesNotClose) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
