package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.NotificationEvent.Message;
import com.weelo.dispatch.events.NotificationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The claims on a channel. Sending is claimed here first, so that a notification that is delivered
 * again, or to two of us, is sent once.
 */
final class Claims {

  /** Parameters: what is asked for, in columns; channel twice; now; channel. */
  private static final String CLAIM =
      """
      WITH asked AS MATERIALIZED (
        SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[])
          WITH ORDINALITY
          AS asked (notification_id, recipient_id, category, collapse_key, job_version, n)
      ), wanted AS MATERIALIZED (
        SELECT asked.*, coalesce(a.address_hash, '') AS address_hash, a.address, a.platform
        FROM asked LEFT JOIN addresses a ON a.user_id = asked.recipient_id AND a.channel = ?
      ), claimed AS (
        INSERT INTO deliveries (notification_id, channel, address_hash, recipient_id, category,
                                collapse_key, job_version, state, claims, attempts, claimed_at)
        SELECT notification_id, ?, address_hash, recipient_id, category, collapse_key, job_version,
               'claimed', 1, 0, ?
        FROM wanted ORDER BY 1, 3 -- in one order for all, who would wait for each other otherwise
        ON CONFLICT DO NOTHING
        RETURNING notification_id, address_hash
      )
      SELECT wanted.*, claimed.address_hash IS NOT NULL AS ours,
             before.settled_at IS NOT NULL OR before.due_at IS NOT NULL AS seen_to,
             wanted.category = 'offer' AND EXISTS (
               SELECT FROM void_offers v
               WHERE v.job_key IN (wanted.collapse_key, split_part(wanted.collapse_key, ':', 1))
                 AND v.version > wanted.job_version) AS void
      FROM wanted LEFT JOIN claimed USING (notification_id, address_hash)
      LEFT JOIN LATERAL ( -- each by the key, whatever number of rows the planner expects
        SELECT settled_at, due_at FROM deliveries
        WHERE notification_id = wanted.notification_id AND channel = ?
          AND address_hash = wanted.address_hash LIMIT 1) before ON true
      ORDER BY n
      """;

  /** Parameters: channel, now, how many; now, the end of the lease. */
  private static final String CLAIM_DUE =
      """
      WITH due AS (
        SELECT notification_id, channel, address_hash FROM deliveries
        WHERE channel = ? AND due_at <= ?
        ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE deliveries d
        SET state = 'claimed', claims = d.claims + 1, claimed_at = ?, due_at = ?
        FROM due
        WHERE d.notification_id = due.notification_id AND d.channel = due.channel
          AND d.address_hash = due.address_hash
        RETURNING d.*
      )
      SELECT claimed.*, a.address, a.platform,
             claimed.category = 'offer' AND EXISTS (
               SELECT FROM void_offers v
               WHERE v.job_key IN (claimed.collapse_key, split_part(claimed.collapse_key, ':', 1))
                 AND v.version > claimed.job_version) AS void
      FROM claimed
      LEFT JOIN addresses a ON a.channel = claimed.channel AND a.user_id = claimed.recipient_id
        AND a.address_hash = claimed.address_hash
      """;

  private final JdbcTemplate jdbc;
  private final Channel channel;
  private final LeaseRules rules;
  private final Clock clock;

  Claims(JdbcTemplate jdbc, Channel channel, LeaseRules rules, Clock clock) {
    this.jdbc = jdbc;
    this.channel = channel;
    this.rules = rules;
    this.clock = clock;
  }

  /** Claims each message for all addresses of its recipient that it was not claimed for before. */
  List<Claimed> claim(List<? extends Message> messages) {
    var now = clock.instant();
    var jobs = messages.stream().map(Job::of).toList();
    var found = new HashMap<Integer, Claimed>();
    jdbc.query(
        CLAIM,
        row -> {
          var claimed =
              found.computeIfAbsent(
                  row.getInt("n") - 1, n -> new Claimed(new ArrayList<>(), new ArrayList<>()));
          if (row.getBoolean("ours")) {
            claimed.ours().add(claim(row, 1, 0, now));
          } else if (!row.getBoolean("seen_to")) {
            claimed.others().add(row.getString("address_hash"));
          }
        },
        texts(messages, message -> message.notificationId().value()),
        texts(messages, message -> message.recipientId().value()),
        texts(messages, Message::category),
        texts(jobs, Job::key),
        texts(jobs, job -> job.version() == null ? null : job.version().toString()),
        channel.code(),
        channel.code(),
        Times.at(now),
        channel.code());
    return java.util.stream.IntStream.range(0, messages.size())
        .mapToObj(n -> found.getOrDefault(n, Claimed.NOTHING))
        .toList();
  }

  /** A claim with the message it is for, as it waited in the database. */
  record Due(Claim claim, String envelope) {}

  /** Claims what is due, whoever had it before. */
  List<Due> claimDue(int most) {
    var now = clock.instant();
    return jdbc.query(
        CLAIM_DUE,
        (row, number) ->
            new Due(
                claim(row, row.getInt("claims"), row.getInt("attempts"), now),
                row.getString("envelope")),
        channel.code(),
        Times.at(now),
        most,
        Times.at(now),
        Times.at(now.plus(rules.lease())));
  }

  /**
   * Has the message seen to if those who have claimed it are not heard of until their lease is
   * over.
   *
   * @param hashes of the addresses they have claimed it for
   */
  void watch(EventEnvelope<? extends Message> event, String envelope, List<String> hashes) {
    jdbc.update(
        """
        UPDATE deliveries SET due_at = claimed_at + make_interval(secs => ?), envelope = ?
        WHERE notification_id = ? AND channel = ? AND address_hash = ANY (?::text[])
          AND state = 'claimed' AND due_at IS NULL
        """,
        rules.lease().toMillis() / 1000.0,
        envelope,
        event.data().notificationId().value(),
        channel.code(),
        hashes.toArray(String[]::new));
  }

  private static Claim claim(ResultSet row, int number, int attempts, Instant now)
      throws SQLException {
    var hash = row.getString("address_hash");
    var value = row.getString("address");
    return new Claim(
        new NotificationId(row.getString("notification_id")),
        hash,
        value == null ? null : new Address(hash, value, row.getString("platform")),
        number,
        attempts,
        row.getBoolean("void"),
        now);
  }

  private static <T> Object texts(List<? extends T> of, Function<T, @Nullable String> column) {
    return of.stream().map(column).toArray(String[]::new);
  }
}
