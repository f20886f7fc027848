package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.notification.NotificationProperties;
import com.weelo.dispatch.notification.sending.PushAnswer.Unavailable;
import com.weelo.dispatch.platform.consuming.PoisonEvent;
import com.weelo.dispatch.platform.consuming.RetryableFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Service;

/** Sends a push to all devices of its recipient: claims, sends, records what came of it. */
@Service
public class SendingPushes {

  /** Nobody carries more; whoever registered more waits a little longer. */
  private static final int DEVICES_AT_ONCE = 8;

  private final Deliveries deliveries;
  private final PushProvider provider;
  private final RecordingResults recording;
  private final NotificationProperties properties;
  private final Clock clock;

  SendingPushes(
      Deliveries deliveries,
      PushProvider provider,
      RecordingResults recording,
      NotificationProperties properties,
      Clock clock) {
    this.deliveries = deliveries;
    this.provider = provider;
    this.recording = recording;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * May be called any number of times with the same push, by several at once.
   *
   * @throws RetryableFailure where something is left to be sent later
   * @throws PoisonEvent where a device could not be sent to and never will be
   */
  public void send(EventEnvelope<Fcm> event) {
    var push = event.data();
    if (hasExpired(push)) {
      recording.abandon(push, DeliveryState.EXPIRED);
      return;
    }
    var claims = deliveries.claim(push);
    if (claims.devices() == 0) {
      recording.abandon(push, DeliveryState.NO_DEVICE);
      return;
    }
    var results =
        claims.ours().stream()
            .gather(Gatherers.mapConcurrent(DEVICES_AT_ONCE, claim -> send(push, claim)))
            .toList();
    if (!results.isEmpty()) {
      recording.record(push, results);
    }
    requireFinished(results, claims.others());
  }

  private boolean hasExpired(Fcm push) {
    return push.expiresAt() != null && !clock.instant().isBefore(push.expiresAt());
  }

  private Result send(Fcm push, Claim claim) {
    var answer = provider.send(push, claim.device());
    return Result.of(claim, answer, properties.maxAttempts());
  }

  private void requireFinished(List<Result> results, int others) {
    for (var result : results) {
      if (result.state() == DeliveryState.RETRYING
          && result.answer() instanceof Unavailable(var code, var retryAfter)) {
        throw new RetryableFailure("FCM: " + code, null, bounded(retryAfter));
      }
    }
    if (others > 0) {
      throw new RetryableFailure("another sends it, or crashed while sending it", null);
    }
    for (var result : results) {
      if (result.isLost()) {
        throw new PoisonEvent("FCM: " + result.errorCode(), null);
      }
    }
  }

  private Duration bounded(Duration retryAfter) {
    var longest = properties.longestRetryAfter();
    return retryAfter.compareTo(longest) > 0 ? longest : retryAfter;
  }
}
