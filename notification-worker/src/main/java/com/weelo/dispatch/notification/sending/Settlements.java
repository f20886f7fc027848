package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.NotificationEvent.Delivery;
import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.events.NotificationEvent.Sms;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts outcomes into the form in which they are recorded and told. */
final class Settlements {

  private final Channel channel;
  private final Outbox outbox;
  private final EventCodec codec;
  private final Clock clock;

  Settlements(Channel channel, Outbox outbox, EventCodec codec, Clock clock) {
    this.channel = channel;
    this.outbox = outbox;
    this.codec = codec;
    this.clock = clock;
  }

  /** To be called where the event is handled: what is told of it is set off by it. */
  Settlement of(EventEnvelope<? extends Message> event, Claim claim, Outcome outcome) {
    var now = clock.instant();
    var delay = outcome.delay();
    var isTold = outcome.tried() || outcome.state().isFinal();
    return new Settlement(
        claim,
        outcome,
        now,
        delay == null ? null : now.plus(delay),
        delay == null ? null : codec.encodeToString(event),
        isTold ? outbox.prepare(delivery(event.data(), claim, outcome, now)) : null,
        fallback(event.data(), outcome));
  }

  private Delivery delivery(Message message, Claim claim, Outcome outcome, Instant now) {
    return new Delivery(
        message.notificationId(),
        message.recipientId(),
        channel.code(),
        message.category(),
        outcome.state().code(),
        outcome.errorCode(),
        outcome.tried() ? claim.nextAttempt() : Math.max(1, claim.attempts()),
        now);
  }

  /** What is sent where nobody is reached by this, while it is still worth it. */
  private Outbox.@Nullable Prepared fallback(Message message, Outcome outcome) {
    var text = message instanceof Fcm push ? push.fallbackText() : null;
    var isLost =
        switch (outcome.state()) {
          case FAILED, NO_DEVICE -> true;
          case EXPIRED -> outcome.tried();
          default -> false;
        };
    return text == null || !isLost
        ? null
        : outbox.prepare(
            new Sms(
                message.notificationId(),
                message.recipientId(),
                message.category(),
                text,
                message.expiresAt()));
  }
}
