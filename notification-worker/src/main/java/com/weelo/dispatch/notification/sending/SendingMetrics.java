package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.notification.sending.Answer.Accepted;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How many messages of a channel came to what, and how long it took. */
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
    registry
        .counter(
            "dispatch.notification.deliveries",
            "channel",
            channel.code(),
            "outcome",
            outcome.state().code())
        .increment();
  }

  void sentWithin(Duration duration) {
    claimedToSent.record(duration);
  }

  /** Somebody should be woken: {@code rate(…) > 0} is the alert. */
  void alert(String code) {
    registry
        .counter("dispatch.notification.alerts", "channel", channel.code(), "code", code)
        .increment();
  }
}
