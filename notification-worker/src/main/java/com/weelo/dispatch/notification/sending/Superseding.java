package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What still waits when a later message comes to take its place is not sent any more: the later one
 * would be overwritten by it on the screen.
 */
final class Superseding {

  private static final String SUPERSEDE =
      """
      UPDATE deliveries d
      SET state = 'superseded', settled_at = ?, due_at = NULL, envelope = NULL
      FROM unnest(?::text[], ?::text[], ?::text[]) AS later (id, recipient, collapse_key)
      WHERE d.recipient_id = later.recipient AND d.collapse_key = later.collapse_key
        AND d.channel = ? AND d.due_at IS NOT NULL AND d.state = 'waiting'
        AND d.notification_id <> later.id
      RETURNING d.notification_id, d.recipient_id, d.category, d.attempts
      """;

  private final JdbcTemplate jdbc;
  private final Outbox outbox;
  private final Channel channel;
  private final Clock clock;

  Superseding(JdbcTemplate jdbc, Outbox outbox, Channel channel, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.channel = channel;
    this.clock = clock;
  }

  /** Runs in the transaction in which the later ones are claimed. */
  void makeWayFor(List<? extends Message> messages) {
    var later = messages.stream().filter(message -> Job.of(message).key() != null).toList();
    if (later.isEmpty()) {
      return;
    }
    var now = clock.instant();
    Object ids = later.stream().map(m -> m.notificationId().value()).toArray(String[]::new);
    Object recipients = later.stream().map(m -> m.recipientId().value()).toArray(String[]::new);
    Object keys = later.stream().map(m -> Job.of(m).key()).toArray(String[]::new);
    var superseded =
        jdbc.query(
            SUPERSEDE,
            (row, number) ->
                new NotificationEvent.Delivery(
                    new NotificationId(row.getString("notification_id")),
                    new UserId(row.getString("recipient_id")),
                    channel.code(),
                    row.getString("category"),
                    DeliveryState.SUPERSEDED.code(),
                    null,
                    Math.max(1, row.getInt("attempts")),
                    now),
            Times.at(now),
            ids,
            recipients,
            keys,
            channel.code());
    if (!superseded.isEmpty()) {
      outbox.publishAll(superseded);
    }
  }
}
