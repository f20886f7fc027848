package com.weelo.dispatch.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.notification.sending.Answer.Accepted;
import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import com.weelo.dispatch.notification.sending.Outcome.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomePolicyTests {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private static final WaitingRules RULES =
      new WaitingRules(
          6,
          Duration.ofSeconds(10),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10),
          Duration.ofSeconds(90),
          Duration.ofSeconds(5));

  private final OutcomePolicy policy = new OutcomePolicy(RULES);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // reason    | attempt | asked for | state   | wait | effects
        "GONE        | 1       | 0         | FAILED  |      | DROP_ADDRESS",
        "BAD_ADDRESS | 1       | 0         | FAILED  |      | DROP_ADDRESS",
        "BAD_MESSAGE | 1       | 0         | FAILED  |      | DEAD_LETTER",
        "WRONG_SENDER| 1       | 0         | FAILED  |      | DROP_ADDRESS ALERT",
        "UNAVAILABLE | 1       | 0         | WAITING | 10   |",
        "UNAVAILABLE | 2       | 0         | WAITING | 20   |",
        "UNAVAILABLE | 5       | 0         | WAITING | 160  |",
        "UNAVAILABLE | 1       | 30        | WAITING | 30   |",
        "UNAVAILABLE | 3       | 30        | WAITING | 40   |",
        "UNAVAILABLE | 6       | 0         | FAILED  |      | DEAD_LETTER",
        "NO_ANSWER   | 1       | 0         | WAITING | 1    |",
        "NO_ANSWER   | 4       | 0         | WAITING | 8    |",
        "NO_ANSWER   | 6       | 0         | FAILED  |      | DEAD_LETTER",
        "QUOTA       | 1       | 7         | WAITING | 7    | PAUSE_CHANNEL",
        "QUOTA       | 1       | 0         | WAITING | 60   | PAUSE_CHANNEL",
        "QUOTA       | 50      | 7         | WAITING | 7    | PAUSE_CHANNEL",
        "QUOTA       | 1       | 99999     | WAITING | 600  | PAUSE_CHANNEL",
        "NO_ACCESS   | 1       | 0         | WAITING | 90   | OPEN_CIRCUIT ALERT",
        "NO_ACCESS   | 50      | 0         | WAITING | 90   | OPEN_CIRCUIT ALERT",
      })
  void each_refusal_has_its_outcome(
      Reason reason,
      int attempt,
      int asked,
      DeliveryState state,
      @Nullable Integer waitSeconds,
      @Nullable String effects) {
    var refusal = new Refused(reason, "A_CODE", Duration.ofSeconds(asked));

    var outcome = policy.outcome(refusal, attempt, NOON, null, 0);

    assertThat(outcome.state()).isEqualTo(state);
    assertThat(outcome.delay())
        .isEqualTo(waitSeconds == null ? null : Duration.ofSeconds(waitSeconds));
    assertThat(outcome.effects()).isEqualTo(effects(effects));
    assertThat(outcome.errorCode()).isEqualTo("A_CODE");
    assertThat(outcome.tried()).isTrue();
  }

  private static Set<Effect> effects(@Nullable String names) {
    return names == null
        ? Set.of()
        : Arrays.stream(names.split(" ", -1)).map(Effect::valueOf).collect(Collectors.toSet());
  }

  @Test
  void what_is_accepted_is_sent() {
    assertThat(policy.outcome(new Accepted("an-id"), 1, NOON, NOON, 1))
        .isEqualTo(Outcome.sent("an-id"));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "NO_ANSWER", "QUOTA", "NO_ACCESS"})
  void what_would_come_too_late_does_not_wait(Reason reason) {
    var refusal = new Refused(reason, "A_CODE");
    var delay = Objects.requireNonNull(policy.outcome(refusal, 1, NOON, null, 0).delay());

    var inTime = policy.outcome(refusal, 1, NOON, NOON.plus(delay).plusMillis(1), 0);
    var tooLate = policy.outcome(refusal, 1, NOON, NOON.plus(delay), 0);

    assertThat(inTime.state()).isEqualTo(DeliveryState.WAITING);
    assertThat(tooLate.state()).isEqualTo(DeliveryState.EXPIRED);
    assertThat(tooLate.effects()).isEqualTo(inTime.effects());
  }

  @ParameterizedTest
  @CsvSource({"UNAVAILABLE, 10, 15", "NO_ANSWER, 1, 1.5", "QUOTA, 60, 65", "NO_ACCESS, 90, 95"})
  void chance_makes_a_wait_longer_and_never_shorter(
      Reason reason, double shortest, double longest) {
    var refusal = new Refused(reason, "A_CODE");

    assertThat(policy.outcome(refusal, 1, NOON, null, 0).delay())
        .isEqualTo(Duration.ofMillis(Math.round(shortest * 1000)));
    assertThat(policy.outcome(refusal, 1, NOON, null, 1).delay())
        .isEqualTo(Duration.ofMillis(Math.round(longest * 1000)));
  }

  @Test
  void waits_stop_growing() {
    var patient =
        new OutcomePolicy(
            new WaitingRules(
                1000,
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofSeconds(90),
                Duration.ofSeconds(5)));

    var outcome = patient.outcome(new Refused(Reason.UNAVAILABLE, "A_CODE"), 900, NOON, null, 0);

    assertThat(outcome.delay()).isEqualTo(Duration.ofMinutes(5));
  }
}
