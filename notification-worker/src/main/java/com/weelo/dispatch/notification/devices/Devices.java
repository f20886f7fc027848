package com.weelo.dispatch.notification.devices;

import com.weelo.dispatch.events.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which devices are whose. A device is one user's at a time: whoever registered it last. */
@Repository
public class Devices {

  private final JdbcClient jdbc;
  private final Clock clock;

  Devices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Makes it the user's, whoever's it was before. */
  public void register(UserId user, Device device) {
    jdbc.sql(
            """
            INSERT INTO devices (token_hash, token, user_id, platform, registered_at)
            VALUES (:hash, :token, :user, :platform, :now)
            ON CONFLICT (token_hash) DO UPDATE
            SET user_id = excluded.user_id, platform = excluded.platform,
                registered_at = excluded.registered_at
            """)
        .param("hash", device.token().hash())
        .param("token", device.token().value())
        .param("user", user.value())
        .param("platform", device.platform().code())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Takes it from the user; does nothing where it is not the user's. */
  public void unregister(UserId user, DeviceToken token) {
    jdbc.sql("DELETE FROM devices WHERE token_hash = :hash AND user_id = :user")
        .param("hash", token.hash())
        .param("user", user.value())
        .update();
  }

  /**
   * Forgets a token that the provider does not know any more.
   *
   * @param asOf when the provider was asked; a device registered since is left alone
   */
  public void forget(DeviceToken token, Instant asOf) {
    jdbc.sql("DELETE FROM devices WHERE token_hash = :hash AND registered_at <= :asOf")
        .param("hash", token.hash())
        .param("asOf", asOf.atOffset(ZoneOffset.UTC))
        .update();
  }
}
