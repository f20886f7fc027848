package com.weelo.dispatch.platform.consuming;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;

/** How often one record failed, and when it is tried again. For one thread at a time. */
final class Attempts {

  private int failures;
  private @Nullable Class<?> lastFailure;
  private @Nullable BackOffExecution backOff;

  int failures() {
    return failures;
  }

  /**
   * @return the pause before the next attempt, or empty where there shall be none
   */
  Optional<Duration> after(Exception failure) {
    failures++;
    var current = backOff;
    if (current == null || failure.getClass() != lastFailure) {
      current = Retries.after(failure).start();
    }
    backOff = current;
    lastFailure = failure.getClass();
    var millis = current.nextBackOff();
    return millis == BackOffExecution.STOP
        ? Optional.empty()
        : Optional.of(longer(Duration.ofMillis(millis), failure));
  }

  private static Duration longer(Duration pause, Exception failure) {
    return failure instanceof RetryableFailure f && f.retryAfter().compareTo(pause) > 0
        ? f.retryAfter()
        : pause;
  }
}
