package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.NotificationProperties;
import com.weelo.dispatch.notification.devices.Device;
import com.weelo.dispatch.notification.devices.DeviceToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who was sent what, and what came of it. Sending is claimed here first, so that a notification
 * that is delivered again, or to two of us, is sent once.
 *
 * <p>The exception, which no order of steps avoids: whoever crashes between the provider's answer
 * and {@link #settle} leaves a claim that says nothing. It is taken over after the lease, and that
 * device may get the push twice.
 */
@Repository
public class Deliveries {

  static final String CHANNEL = "fcm";

  /** A claim that may be taken: given back, or its holder is not heard of any more. */
  private static final String FREE =
      "(d.state = 'retrying' OR d.state = 'claimed' AND d.claimed_at < :leaseOver)";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final NotificationProperties properties;

  Deliveries(JdbcClient jdbc, Clock clock, NotificationProperties properties) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.properties = properties;
  }

  /** Claims the push for all devices of its recipient that it has not been sent to. */
  Claims claim(Fcm push) {
    var now = clock.instant();
    var devices =
        jdbc.sql(
                """
                WITH reachable AS (
                  SELECT token_hash, token, platform FROM devices WHERE user_id = :recipient
                ), claimed AS (
                  INSERT INTO deliveries AS d (notification_id, channel, token_hash, recipient_id,
                                               category, state, attempts, claimed_at)
                  SELECT :id, :channel, token_hash, :recipient, :category, 'claimed', 1, :now
                  FROM reachable
                  ON CONFLICT (notification_id, channel, token_hash) DO UPDATE
                  SET state = 'claimed', attempts = d.attempts + 1, claimed_at = :now
                  WHERE
                """
                    + FREE
                    + """
                      RETURNING d.token_hash, d.attempts
                    )
                    SELECT token, platform, claimed.attempts, before.settled_at IS NOT NULL AS done
                    FROM reachable LEFT JOIN claimed USING (token_hash)
                    LEFT JOIN deliveries before
                      ON before.notification_id = :id AND before.channel = :channel
                      AND before.token_hash = reachable.token_hash
                    """)
            .param("id", push.notificationId().value())
            .param("channel", CHANNEL)
            .param("recipient", push.recipientId().value())
            .param("category", push.category())
            .param("now", at(now))
            .param("leaseOver", at(now.minus(properties.claimLease())))
            .query(ClaimedDevice::of)
            .list();
    var ours = devices.stream().filter(d -> d.attempt() > 0).map(d -> d.claim(now)).toList();
    var done = devices.stream().filter(ClaimedDevice::done).count();
    return new Claims(devices.size(), ours, Math.toIntExact(devices.size() - ours.size() - done));
  }

  /** A device of the recipient, with the attempt that is ours; 0 where none is. */
  private record ClaimedDevice(Device device, int attempt, boolean done) {

    static ClaimedDevice of(ResultSet row, int number) throws SQLException {
      return new ClaimedDevice(
          Device.of(row.getString("token"), row.getString("platform")),
          row.getInt("attempts"),
          row.getBoolean("done"));
    }

    Claim claim(Instant now) {
      return new Claim(device, attempt, now);
    }
  }

  /**
   * Records what came of claims.
   *
   * @return those that still were ours
   */
  List<Result> settle(NotificationId notification, List<Result> results) {
    var settled = new ArrayList<Result>(results.size());
    for (var result : results) {
      var ours =
          jdbc.sql(
                  """
                  UPDATE deliveries
                  SET state = :state, error_code = :error, provider_id = :provider,
                      settled_at = :settled
                  WHERE notification_id = :id AND channel = :channel AND token_hash = :hash
                    AND state = 'claimed' AND attempts = :attempt
                  """)
              .param("state", result.state().code())
              .param("error", result.errorCode())
              .param("provider", result.providerId())
              .param("settled", result.state().isFinal() ? at(clock.instant()) : null)
              .param("id", notification.value())
              .param("channel", CHANNEL)
              .param("hash", result.claim().device().token().hash())
              .param("attempt", result.claim().attempt())
              .update();
      if (ours == 1) {
        settled.add(result);
      }
    }
    return settled;
  }

  /**
   * Settles what is left of a push that is not to be sent any more.
   *
   * @return whether anything was left
   */
  boolean abandon(Fcm push, DeliveryState why) {
    var now = clock.instant();
    var left =
        jdbc.sql(
                """
                UPDATE deliveries d SET state = :state, settled_at = :now
                WHERE notification_id = :id AND channel = :channel AND
                """
                    + FREE)
            .param("state", why.code())
            .param("now", at(now))
            .param("id", push.notificationId().value())
            .param("channel", CHANNEL)
            .param("leaseOver", at(now.minus(properties.claimLease())))
            .update();
    return left > 0 || recordWithoutDevice(push, why, now);
  }

  private boolean recordWithoutDevice(Fcm push, DeliveryState why, Instant now) {
    return jdbc.sql(
                """
                INSERT INTO deliveries (notification_id, channel, token_hash, recipient_id, category,
                                        state, attempts, claimed_at, settled_at)
                SELECT :id, :channel, '', :recipient, :category, :state, 0, :now, :now
                WHERE NOT EXISTS (
                  SELECT FROM deliveries WHERE notification_id = :id AND channel = :channel)
                ON CONFLICT DO NOTHING
                """)
            .param("id", push.notificationId().value())
            .param("channel", CHANNEL)
            .param("recipient", push.recipientId().value())
            .param("category", push.category())
            .param("state", why.code())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** All deliveries of a notification, in the order they were first claimed. */
  public List<Delivery> of(NotificationId notification) {
    return jdbc.sql("SELECT * FROM deliveries WHERE notification_id = :id ORDER BY claimed_at")
        .param("id", notification.value())
        .query((row, number) -> delivery(row))
        .list();
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    var hash = row.getString("token_hash");
    var settledAt = row.getObject("settled_at", OffsetDateTime.class);
    return new Delivery(
        row.getString("channel"),
        new UserId(row.getString("recipient_id")),
        row.getString("category"),
        hash.isEmpty() ? null : DeviceToken.shortened(hash),
        row.getString("state"),
        row.getInt("attempts"),
        row.getString("error_code"),
        row.getString("provider_id"),
        row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
        settledAt == null ? null : settledAt.toInstant());
  }

  /** Drops what nobody will ask for any more. */
  public void forgetBefore(Instant instant) {
    jdbc.sql("DELETE FROM deliveries WHERE claimed_at < :before")
        .param("before", at(instant))
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
