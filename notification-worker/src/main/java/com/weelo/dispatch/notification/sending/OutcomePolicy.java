package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.notification.sending.Answer.Accepted;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import com.weelo.dispatch.notification.sending.Outcome.Effect;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a delivery by the provider's answer: one row for each reason to refuse. */
public final class OutcomePolicy {

  private final WaitingRules rules;

  public OutcomePolicy(WaitingRules rules) {
    this.rules = rules;
  }

  /**
   * @param attempt which one this answer is for, counted from 1
   * @param expiresAt after which the message is worth nothing; null for never
   * @param chance 0 to 1, drawn for this delivery: so that those which wait do not all come back at
   *     once
   */
  public Outcome outcome(
      Answer answer, int attempt, Instant now, @Nullable Instant expiresAt, double chance) {
    return switch (answer) {
      case Accepted(var id) -> Outcome.sent(id);
      case Refused refusal -> inTime(refused(refusal, attempt, chance), now, expiresAt);
    };
  }

  private Outcome refused(Refused refusal, int attempt, double chance) {
    var code = refusal.code();
    return switch (refusal.reason()) {
      case GONE, BAD_ADDRESS -> Outcome.failed(code, Effect.DROP_ADDRESS);
      case WRONG_SENDER -> Outcome.failed(code, Effect.DROP_ADDRESS, Effect.ALERT);
      case NOT_CONFIGURED -> Outcome.failed(code);
      case BAD_MESSAGE -> Outcome.failed(code, Effect.DEAD_LETTER);
      // Neither is the message's fault: it is tried until it is worth nothing.
      case QUOTA -> Outcome.again(code, afterPause(refusal, chance), Effect.PAUSE_CHANNEL);
      case NO_ACCESS ->
          Outcome.again(
              code,
              spread(rules.circuitOpen(), rules.spread(), chance),
              Effect.OPEN_CIRCUIT,
              Effect.ALERT);
      case UNAVAILABLE -> backedOff(refusal, rules.firstWait(), attempt, chance);
      case NO_ANSWER -> backedOff(refusal, rules.firstWaitWithoutAnswer(), attempt, chance);
    };
  }

  /** How long a channel is left alone after a refusal for having sent too much. */
  public Duration pause(Refused refusal) {
    var asked = refusal.retryAfter();
    var pause = asked.isZero() ? rules.pauseByDefault() : asked;
    return shorter(pause, rules.longestPause());
  }

  private Duration afterPause(Refused refusal, double chance) {
    return spread(pause(refusal), rules.spread(), chance);
  }

  /** Twice as long each time, and up to half as long again by chance. */
  private Outcome backedOff(Refused refusal, Duration first, int attempt, double chance) {
    if (attempt >= rules.maxAttempts()) {
      return Outcome.failed(refusal.code(), Effect.DEAD_LETTER);
    }
    var doubled = first.multipliedBy(1L << Math.min(attempt - 1, 30));
    var wait = longer(shorter(doubled, rules.longestWait()), refusal.retryAfter());
    return Outcome.again(refusal.code(), spread(wait, wait.dividedBy(2), chance));
  }

  /** What would come too late is over now. */
  private static Outcome inTime(Outcome outcome, Instant now, @Nullable Instant expiresAt) {
    var delay = outcome.delay();
    var code = outcome.errorCode();
    if (delay == null || code == null || expiresAt == null || now.plus(delay).isBefore(expiresAt)) {
      return outcome;
    }
    return Outcome.expired(code, outcome.effects());
  }

  static Duration spread(Duration wait, Duration over, double chance) {
    return wait.plusNanos(Math.round(over.toNanos() * chance));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
