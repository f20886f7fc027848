package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.notification.sending.Answer.Accepted;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import com.weelo.dispatch.notification.sending.Outcome.Effect;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Whether a message may be sent now: pauses, circuits, rates. */
final class Gates {

  private final Channel channel;
  private final Pauses pauses;
  private final Rates rates;
  private final WaitingRules rules;
  private final Duration patience;
  private final Clock clock;
  private final DoubleSupplier chance;

  /**
   * @param patience how long the trial of a circuit may take
   */
  Gates(
      Channel channel,
      Pauses pauses,
      Rates rates,
      WaitingRules rules,
      Duration patience,
      Clock clock,
      DoubleSupplier chance) {
    this.channel = channel;
    this.pauses = pauses;
    this.rates = rates;
    this.rules = rules;
    this.patience = patience;
    this.clock = clock;
    this.chance = chance;
  }

  /**
   * @return how long to wait; empty where it may be sent, and then it is counted as sent
   */
  Optional<Duration> waitBefore(Address address) {
    return paused()
        .or(() -> brokenCircuit(address.platform()))
        .or(() -> Optional.of(rates.take(address)).filter(wait -> !wait.isZero()));
  }

  private Optional<Duration> paused() {
    var until = pauses.of(channel.code());
    return until == null
        ? Optional.empty()
        : Optional.of(Duration.between(clock.instant(), until))
            .filter(Duration::isPositive)
            .map(this::spread);
  }

  private Optional<Duration> brokenCircuit(@Nullable String platform) {
    var until = platform == null ? null : pauses.of(scope(platform));
    if (platform == null || until == null) {
      return Optional.empty();
    }
    var left = Duration.between(clock.instant(), until);
    if (left.isPositive()) {
      return Optional.of(spread(left));
    }
    return pauses.mayTry(scope(platform), patience)
        ? Optional.empty()
        : Optional.of(spread(patience));
  }

  private Duration spread(Duration wait) {
    return OutcomePolicy.spread(wait, rules.spread(), chance.getAsDouble());
  }

  /** Takes in what an answer says about more than its own message. */
  void learn(Answer answer, Outcome outcome, Address address, OutcomePolicy policy) {
    var platform = address.platform();
    if (answer instanceof Accepted && platform != null) {
      pauses.end(scope(platform));
    }
    if (answer instanceof Refused refusal) {
      if (outcome.has(Effect.PAUSE_CHANNEL)) {
        pauses.begin(channel.code(), policy.pause(refusal), refusal.code());
      }
      if (outcome.has(Effect.OPEN_CIRCUIT)) {
        pauses.begin(
            platform == null ? channel.code() : scope(platform),
            rules.circuitOpen(),
            refusal.code());
      }
    }
  }

  private String scope(String platform) {
    return channel.code() + ":" + platform;
  }
}
