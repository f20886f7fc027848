package com.weelo.dispatch.notification.composing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.notification.sending.Channel;
import com.weelo.dispatch.platform.observability.Correlation;
import com.weelo.dispatch.platform.outbox.Outbox;
import com.weelo.dispatch.platform.publishing.ServiceIdentity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Messages that wait until somebody may be disturbed. */
@Repository
public class Postponed {

  private static final int MOST_AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final EventCodec codec;
  private final ServiceIdentity service;
  private final Clock clock;

  Postponed(
      JdbcClient jdbc, Outbox outbox, EventCodec codec, ServiceIdentity service, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.codec = codec;
    this.service = service;
    this.clock = clock;
  }

  /** Takes the place of what waits under the same key. */
  void add(Message message, String collapseKey, Instant dueAt) {
    jdbc.sql(
            """
            INSERT INTO postponed (recipient_id, channel, collapse_key, envelope, due_at)
            VALUES (:recipient, :channel, :key, :envelope, :due)
            ON CONFLICT (recipient_id, channel, collapse_key) DO UPDATE
            SET envelope = excluded.envelope, due_at = excluded.due_at
            """)
        .param("recipient", message.recipientId().value())
        .param("channel", channel(message).code())
        .param("key", collapseKey)
        .param("envelope", codec.encodeToString(wrapped(message)))
        .param("due", dueAt.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Channel channel(Message message) {
    return switch (message) {
      case NotificationEvent.Fcm _ -> Channel.FCM;
      case NotificationEvent.Sms _ -> Channel.SMS;
      case NotificationEvent.Email _ -> Channel.EMAIL;
    };
  }

  private EventEnvelope<Message> wrapped(Message message) {
    var correlation = Correlation.current();
    return new EventEnvelope<>(
        EventIds.next(),
        clock.instant(),
        message,
        new EventMetadata(
            service.name(),
            service.environment(),
            correlation.correlationId(),
            correlation.causationId(),
            null));
  }

  /** Tells what is due. Any number of instances may do so at the same time. */
  @Transactional
  public void tellDue() {
    jdbc.sql(
            """
            DELETE FROM postponed
            WHERE (recipient_id, channel, collapse_key) IN (
              SELECT recipient_id, channel, collapse_key FROM postponed
              WHERE due_at <= :now ORDER BY due_at LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING envelope
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("most", MOST_AT_ONCE)
        .query(String.class)
        .list()
        .forEach(this::tell);
  }

  private void tell(String envelope) {
    var event = codec.decode(envelope.getBytes(UTF_8)).orElseThrow();
    new Correlation(event.metadata().correlationId(), event.metadata().causationId())
        .run(() -> outbox.publish(event.data()));
  }
}
