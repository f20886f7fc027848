package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.notification.sending.Answer.Accepted;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many messages of a channel came to what, and how long it took.
 *
 * <p>Each call to a provider is one of {@code dispatch.notification.send} and, once it is recorded,
 * one of {@code dispatch.notification.deliveries}; so is what ended without a call. Each of those
 * that were {@code sent} is one of {@code dispatch.notification.claimed.to.sent}.
 */
final class SendingMetrics {

  private final MeterRegistry registry;
  private final Channel channel;
  private final Timer claimedToSent;

  SendingMetrics(MeterRegistry registry, Channel channel) {
    this.registry = registry;
    this.channel = channel;
    this.claimedToSent =
        Timer.builder("dispatch.notification.claimed.to.sent")
            .description("From the claim of a delivery to the record that it was sent")
            .tag("channel", channel.code())
            .publishPercentileHistogram()
            .register(registry);
  }

  /** Times one call to the provider. */
  Answer timed(@Nullable String platform, Supplier<Answer> call) {
    var start = Timer.start(registry);
    var answer = call.get();
    start.stop(
        Timer.builder("dispatch.notification.send")
            .description("One call to the provider, until its answer")
            .tag("channel", channel.code())
            .tag("answer", name(answer))
            .tag("platform", platform == null ? "none" : platform)
            .publishPercentileHistogram()
            .register(registry));
    return answer;
  }

  private static String name(Answer answer) {
    return switch (answer) {
      case Accepted _ -> "accepted";
      case Refused refusal -> refusal.code();
    };
  }

  void count(Outcome outcome) {
    Counter.builder("dispatch.notification.deliveries")
        .description("Deliveries that were tried or are over, by what came of them")
        .tag("channel", channel.code())
        .tag("outcome", outcome.state().code())
        .register(registry)
        .increment();
  }

  void sentWithin(Duration duration) {
    claimedToSent.record(duration);
  }

  /** Somebody should be woken: {@code rate(…) > 0} is the alert. */
  void alert(String code) {
    Counter.builder("dispatch.notification.alerts")
        .description("Refusals that somebody of ours has to do something about")
        .tag("channel", channel.code())
        .tag("code", code)
        .register(registry)
        .increment();
  }
}
