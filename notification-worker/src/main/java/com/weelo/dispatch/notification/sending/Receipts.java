package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What apps say became of pushes: that one arrived, that somebody opened it. */
@Repository
public class Receipts {

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final MeterRegistry registry;
  private final Clock clock;

  Receipts(JdbcClient jdbc, Outbox outbox, MeterRegistry registry, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.registry = registry;
    this.clock = clock;
  }

  /** What an app can say. */
  public enum Receipt {
    DELIVERED,
    OPENED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private record Sent(String category, Instant at) {}

  /**
   * Notes it, the first time, and tells it.
   *
   * @return whether the user was sent such a push at all
   */
  @Transactional
  public boolean note(UserId user, NotificationId id, Receipt receipt) {
    var sent = sent(user, id);
    sent.filter(s -> isNew(user, id, receipt)).ifPresent(s -> tell(user, id, receipt, s));
    return sent.isPresent();
  }

  private Optional<Sent> sent(UserId user, NotificationId id) {
    return jdbc.sql(
            """
            SELECT category, min(settled_at) AS settled_at FROM deliveries
            WHERE notification_id = :id AND recipient_id = :user AND channel = 'fcm'
              AND state = 'sent'
            GROUP BY category
            """)
        .param("id", id.value())
        .param("user", user.value())
        .query((row, number) -> new Sent(row.getString("category"), Times.of(row, "settled_at")))
        .optional();
  }

  private boolean isNew(UserId user, NotificationId id, Receipt receipt) {
    return jdbc.sql(
                """
                INSERT INTO receipts (notification_id, recipient_id, receipt, at)
                VALUES (:id, :user, :receipt, :now) ON CONFLICT DO NOTHING
                """)
            .param("id", id.value())
            .param("user", user.value())
            .param("receipt", receipt.code())
            .param("now", Times.at(clock.instant()))
            .update()
        == 1;
  }

  private void tell(UserId user, NotificationId id, Receipt receipt, Sent sent) {
    var now = clock.instant();
    outbox.publish(
        new NotificationEvent.Delivery(
            id, user, Channel.FCM.code(), sent.category(), receipt.code(), null, 1, now));
    Timer.builder("dispatch.notification.sent.to." + receipt.code())
        .description("From the record that a push was sent to the app's word on it")
        .tag("category", sent.category())
        .register(registry)
        .record(Duration.between(sent.at(), now));
  }

  /** Drops what nobody will ask for any more. */
  public void forgetBefore(Instant instant) {
    jdbc.sql("DELETE FROM receipts WHERE at < :before").param("before", Times.at(instant)).update();
  }
}
