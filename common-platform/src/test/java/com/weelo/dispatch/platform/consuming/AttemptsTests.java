package com.weelo.dispatch.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptsTests {

  private final Attempts attempts = new Attempts();

  @Test
  void pauses_grow() {
    var first = attempts.after(new RetryableFailure("away", null)).orElseThrow();
    var second = attempts.after(new RetryableFailure("away", null)).orElseThrow();

    assertThat(second).isGreaterThan(first);
  }

  @Test
  void whoever_wants_to_be_left_alone_for_longer_is() {
    var pause = attempts.after(new RetryableFailure("away", null, Duration.ofSeconds(7)));

    assertThat(pause).contains(Duration.ofSeconds(7));
  }

  @Test
  void poison_has_no_next_attempt_even_after_other_failures() {
    attempts.after(new RetryableFailure("away", null));

    assertThat(attempts.after(new PoisonEvent("poison", null))).isEmpty();
  }

  @Test
  void a_bug_is_given_up_after_a_few_attempts() {
    while (attempts.after(new IllegalStateException("a bug")).isPresent()) {
      assertThat(attempts.failures()).isLessThan(10);
    }
    assertThat(attempts.failures()).isEqualTo(5);
  }
}
