package com.weelo.dispatch.notification.inbox;

import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.NotificationEvent.InApp;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.outbox.Outbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people were told, for them to look at and put aside. */
@Repository
public class Inbox {

  private static final TypeReference<Map<String, String>> DATA = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final JsonMapper json;
  private final Clock clock;

  Inbox(JdbcClient jdbc, Outbox outbox, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.json = json;
    this.clock = clock;
  }

  /** One thing that somebody was told. */
  public record Entry(
      NotificationId id,
      UserId recipient,
      String category,
      String title,
      String body,
      Map<String, String> data,
      Instant createdAt,
      @Nullable Instant readAt) {}

  /**
   * Some of them, newest first.
   *
   * @param next where the rest begins; null where there is none
   */
  public record Page(List<Entry> entries, @Nullable Long next) {}

  private record Numbered(long seq, Entry entry) {}

  /**
   * Runs in the transaction of what it tells of. That it is there is told, too, so that an app that
   * is open shows it.
   */
  public void add(Entry entry) {
    var isNew =
        jdbc.sql(
                    """
                    INSERT INTO inbox (notification_id, recipient_id, category, title, body, data,
                                       created_at)
                    VALUES (:id, :recipient, :category, :title, :body, :data::jsonb, :at)
                    ON CONFLICT DO NOTHING
                    """)
                .param("id", entry.id().value())
                .param("recipient", entry.recipient().value())
                .param("category", entry.category())
                .param("title", entry.title())
                .param("body", entry.body())
                .param("data", json.writeValueAsString(entry.data()))
                .param("at", entry.createdAt().atOffset(ZoneOffset.UTC))
                .update()
            == 1;
    if (isNew) {
      outbox.publish(
          new NotificationEvent.Delivery(
              entry.id(),
              entry.recipient(),
              "inbox",
              entry.category(),
              "stored",
              null,
              1,
              entry.createdAt(),
              new InApp(entry.title(), entry.body(), entry.data())));
    }
  }

  /**
   * @param before as a page said where the rest begins; null from the newest on
   */
  public Page of(UserId user, @Nullable Long before, int limit) {
    var found =
        jdbc.sql(
                """
                SELECT * FROM inbox WHERE recipient_id = :user AND seq < :before
                ORDER BY seq DESC LIMIT :limit
                """)
            .param("user", user.value())
            .param("before", before == null ? Long.MAX_VALUE : before)
            .param("limit", limit + 1)
            .query((row, number) -> new Numbered(row.getLong("seq"), entry(row)))
            .list();
    var page = found.stream().limit(limit).toList();
    return new Page(
        page.stream().map(Numbered::entry).toList(),
        found.size() > limit ? page.getLast().seq() : null);
  }

  private Entry entry(ResultSet row) throws SQLException {
    var readAt = row.getObject("read_at", OffsetDateTime.class);
    return new Entry(
        new NotificationId(row.getString("notification_id")),
        new UserId(row.getString("recipient_id")),
        row.getString("category"),
        row.getString("title"),
        row.getString("body"),
        json.readValue(row.getString("data"), DATA),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        readAt == null ? null : readAt.toInstant());
  }

  public int unread(UserId user) {
    return jdbc.sql("SELECT count(*) FROM inbox WHERE recipient_id = :user AND read_at IS NULL")
        .param("user", user.value())
        .query(Integer.class)
        .single();
  }

  /**
   * Puts it aside; doing so twice changes nothing.
   *
   * @return whether the user has such a one
   */
  public boolean read(UserId user, NotificationId id) {
    return jdbc.sql(
                """
                UPDATE inbox SET read_at = coalesce(read_at, :now)
                WHERE notification_id = :id AND recipient_id = :user
                """)
            .param("id", id.value())
            .param("user", user.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Drops what is too old to be of interest. */
  public void forgetBefore(Instant instant) {
    jdbc.sql("DELETE FROM inbox WHERE created_at < :before")
        .param("before", instant.atOffset(ZoneOffset.UTC))
        .update();
  }
}
