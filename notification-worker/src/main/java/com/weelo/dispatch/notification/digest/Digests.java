package com.weelo.dispatch.notification.digest;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is being gathered. Whoever adds to a digest and whoever closes it lock its row until they
 * commit.
 */
@Repository
public class Digests {

  private static final int MOST_AT_ONCE = 100;

  private final JdbcClient jdbc;
  private final DigestProperties properties;
  private final Clock clock;

  Digests(JdbcClient jdbc, DigestProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Adds a step, and opens an edition where none is open; a step from before the end only counts.
   *
   * @param version the order's, with this step
   */
  void add(OrderId order, UserId recipient, TransporterId by, long version) {
    var now = clock.instant();
    jdbc.sql(
            """
            INSERT INTO digests AS d (subject, recipient_id, steps, names, closes_at, editions,
                                      touched_at)
            VALUES (:order, :recipient, 1, ARRAY[:by], :closes, 0, :now)
            ON CONFLICT (subject) DO UPDATE
            SET steps = d.steps + 1,
                names = CASE WHEN :by = ANY (d.names) THEN d.names ELSE d.names || :by END,
                closes_at = CASE WHEN d.ended_version > :version THEN NULL
                                 ELSE coalesce(d.closes_at, excluded.closes_at) END,
                touched_at = excluded.touched_at
            """)
        .param("order", order.value())
        .param("recipient", recipient.value())
        .param("by", by.value())
        .param("closes", at(now.plus(properties.progress().window())))
        .param("now", at(now))
        .param("version", version)
        .update();
  }

  /** Nothing is gathered any more, and what was is not told: the end tells it all. */
  void end(OrderId order, UserId recipient, long version) {
    jdbc.sql(
            """
            INSERT INTO digests AS d (subject, recipient_id, steps, names, editions, ended_version,
                                      touched_at)
            VALUES (:order, :recipient, 0, '{}', 0, :version, :now)
            ON CONFLICT (subject) DO UPDATE
            SET closes_at = NULL, touched_at = excluded.touched_at,
                ended_version = greatest(d.ended_version, excluded.ended_version)
            """)
        .param("order", order.value())
        .param("recipient", recipient.value())
        .param("version", version)
        .param("now", at(clock.instant()))
        .update();
  }

  void remember(OrderId order, int trucks) {
    jdbc.sql(
            """
            INSERT INTO order_sizes (order_id, trucks, created_at) VALUES (:order, :trucks, :now)
            ON CONFLICT DO NOTHING
            """)
        .param("order", order.value())
        .param("trucks", trucks)
        .param("now", at(clock.instant()))
        .update();
  }

  /**
   * Closes the editions whose time is over, for them to be told in the same transaction. Any number
   * of instances may do so at the same time.
   */
  public List<Digest> closeDue() {
    return jdbc.sql(
            """
            WITH due AS (
              SELECT subject FROM digests
              WHERE closes_at <= :now ORDER BY closes_at LIMIT :most FOR UPDATE SKIP LOCKED
            )
            UPDATE digests d SET closes_at = NULL, editions = d.editions + 1, touched_at = :now
            FROM due LEFT JOIN order_sizes ON order_id = due.subject
            WHERE d.subject = due.subject
            RETURNING d.*, order_sizes.trucks AS wanted
            """)
        .param("now", at(clock.instant()))
        .param("most", MOST_AT_ONCE)
        .query((row, number) -> digest(row))
        .list();
  }

  private static Digest digest(ResultSet row) throws SQLException {
    var names = (String[]) row.getArray("names").getArray();
    return new Digest(
        new OrderId(row.getString("subject")),
        new UserId(row.getString("recipient_id")),
        row.getInt("steps"),
        row.getObject("wanted", Integer.class),
        Arrays.stream(names).map(UserId::new).toList(),
        row.getInt("editions"));
  }

  /** Drops what nobody adds to any more. */
  public void forgetBefore(Instant instant) {
    for (var sql :
        List.of(
            "DELETE FROM digests WHERE touched_at < :before AND closes_at IS NULL",
            "DELETE FROM order_sizes WHERE created_at < :before")) {
      jdbc.sql(sql).param("before", at(instant)).update();
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
