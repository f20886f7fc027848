package com.weelo.dispatch.suite.verify;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Looks again and again until it likes what it sees, or has had enough. */
record Patience(Duration duration) {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  /** The first thing seen that is fine, or the last thing seen. */
  <T> T until(Predicate<T> fine, Callable<T> look) throws Exception {
    var deadline = System.nanoTime() + duration.toNanos();
    while (true) {
      var seen = look.call();
      if (fine.test(seen) || System.nanoTime() > deadline) {
        return seen;
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }
}
