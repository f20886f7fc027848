package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.notification.sending.Outcome.Effect;
import com.weelo.dispatch.platform.consuming.DeadLetterBox;
import com.weelo.dispatch.platform.observability.Correlation;
import com.weelo.dispatch.platform.observability.Traces;
import java.time.Clock;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of one channel: claims, sends, records what came of it. What can not be sent
 * now waits in the database, never here: the record it came by is done with all the same.
 */
public final class Sending<M extends Message> {

  private static final Logger log = LoggerFactory.getLogger(Sending.class);

  /** Nobody has more; whoever registered more waits a little longer. */
  private static final int ADDRESSES_AT_ONCE = 8;

  /** What a channel sends with; made by {@link Channels}. */
  record Parts<M extends Message>(
      Channel channel,
      Provider<M> provider,
      InOneGo<Message, Claimed> claiming,
      Claims claims,
      Recording recording,
      Gates gates,
      OutcomePolicy policy,
      SendingMetrics metrics,
      DeadLetterBox letters,
      Settlements settlements,
      EventCodec codec,
      Traces traces,
      Clock clock,
      DoubleSupplier chance) {}

  private final Parts<M> parts;

  Sending(Parts<M> parts) {
    this.parts = parts;
  }

  /** May be called any number of times with the same message, by several at once. */
  public void send(EventEnvelope<M> event) {
    var claimed = parts.claiming.ask(event.data());
    sendTo(event, claimed.ours());
    if (!claimed.others().isEmpty()) {
      parts.claims.watch(event, parts.codec.encodeToString(event), claimed.others());
    }
  }

  private void sendTo(EventEnvelope<M> event, List<Claim> claims) {
    var trace = parts.traces.sampledTraceparent(); // of this thread, and not of others
    if (claims.size() == 1) {
      send(event, claims.getFirst(), trace);
    } else {
      claims.stream()
          .gather(
              Gatherers.mapConcurrent(
                  ADDRESSES_AT_ONCE,
                  claim -> {
                    send(event, claim, trace);
                    return claim;
                  }))
          .forEach(sent -> {});
    }
  }

  /**
   * Makes use of a claim.
   *
   * @param trace that it is the last part of; null where nobody traces
   */
  void send(EventEnvelope<M> event, Claim claim, @Nullable String trace) {
    new Correlation(event.metadata().correlationId(), event.eventId())
        .run(() -> {
          var outcome = outcome(event.data(), claim, trace);
          report(event, outcome);
          parts.recording.record(parts.settlements.of(event, claim, outcome));
        });
  }

  private Outcome outcome(M message, Claim claim, @Nullable String trace) {
    if (hasExpired(message)) {
      return Outcome.given(DeliveryState.EXPIRED);
    }
    if (claim.isVoid()) {
      return Outcome.given(DeliveryState.STALE);
    }
    var address = claim.address();
    if (address == null) {
      return Outcome.given(DeliveryState.NO_DEVICE);
    }
    return parts
        .gates
        .waitBefore(address)
        .map(Outcome::postponed)
        .orElseGet(() -> ask(message, claim, address, trace));
  }

  private boolean hasExpired(M message) {
    var expiresAt = message.expiresAt();
    return expiresAt != null && !parts.clock.instant().isBefore(expiresAt);
  }

  private Outcome ask(M message, Claim claim, Address address, @Nullable String trace) {
    var answer =
        parts.metrics.timed(
            address.platform(),
            () ->
                parts.traces.calling(
                    trace,
                    "send " + parts.channel.code(),
                    () -> parts.provider.send(message, address)));
    var outcome =
        parts.policy.outcome(
            answer,
            claim.nextAttempt(),
            parts.clock.instant(),
            message.expiresAt(),
            parts.chance.getAsDouble());
    parts.gates.learn(answer, outcome, address, parts.policy);
    return outcome;
  }

  /** Before it is recorded: rather twice than never. */
  private void report(EventEnvelope<M> event, Outcome outcome) {
    var code = String.valueOf(outcome.errorCode());
    if (outcome.has(Effect.ALERT)) {
      log.error(
          "ALERT {} answers {} (notification {})",
          parts.channel,
          code,
          event.data().notificationId());
      parts.metrics.alert(code);
    }
    if (outcome.has(Effect.DEAD_LETTER)) {
      parts.letters.post(event, parts.channel + ": " + code);
    }
  }
}
