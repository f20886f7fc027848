package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.notification.devices.Devices;
import com.weelo.dispatch.notification.sending.PushAnswer.NoSuchDevice;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what came of pushes, forgets devices that are gone, and tells the outcome. */
@Service
class RecordingResults {

  private final Deliveries deliveries;
  private final Devices devices;
  private final Outbox outbox;
  private final PushMetrics metrics;
  private final Clock clock;

  RecordingResults(
      Deliveries deliveries, Devices devices, Outbox outbox, PushMetrics metrics, Clock clock) {
    this.deliveries = deliveries;
    this.devices = devices;
    this.outbox = outbox;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Transactional
  public void record(Fcm push, List<Result> results) {
    for (var result : deliveries.settle(push.notificationId(), results)) {
      if (result.state() == DeliveryState.SENT) {
        metrics.sentWithin(Duration.between(result.claim().at(), clock.instant()));
      }
      if (result.answer() instanceof NoSuchDevice) {
        devices.forget(result.claim().device().token(), result.claim().at());
      }
      if (result.state().isFinal()) {
        tell(push, result.state(), result.errorCode(), result.claim().attempt());
      }
    }
  }

  /** Whatever is left of the push is not sent any more. */
  @Transactional
  public void abandon(Fcm push, DeliveryState why) {
    if (deliveries.abandon(push, why)) {
      tell(push, why, null, 1);
    }
  }

  private void tell(Fcm push, DeliveryState outcome, @Nullable String errorCode, int attempt) {
    outbox.publish(
        new NotificationEvent.Delivery(
            push.notificationId(),
            push.recipientId(),
            Deliveries.CHANNEL,
            push.category(),
            outcome.code(),
            errorCode,
            attempt,
            clock.instant()));
    metrics.count(outcome);
  }
}
