package com.weelo.dispatch.notification.people;

import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.notification.devices.Hashes;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people have told of themselves. */
@Repository
public class Profiles {

  private final JdbcClient jdbc;
  private final Clock clock;

  Profiles(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Puts it in the place of all that they told before. */
  @Transactional
  public void replace(UserId user, Profile profile) {
    var quiet = profile.quietHours();
    jdbc.sql(
            """
            INSERT INTO people (user_id, name, locale, time_zone, quiet_from, quiet_until,
                                updated_at)
            VALUES (:user, :name, :locale, :zone, :from, :until, :now)
            ON CONFLICT (user_id) DO UPDATE
            SET name = excluded.name, locale = excluded.locale, time_zone = excluded.time_zone,
                quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                updated_at = excluded.updated_at
            """)
        .param("user", user.value())
        .param("name", profile.name())
        .param("locale", profile.locale())
        .param("zone", profile.timeZone())
        .param("from", quiet == null ? null : quiet.from(), Types.TIME)
        .param("until", quiet == null ? null : quiet.until(), Types.TIME)
        .param("now", now())
        .update();
    contact(user, "sms", profile.phone());
    contact(user, "email", profile.email());
    jdbc.sql("DELETE FROM choices WHERE user_id = :user").param("user", user.value()).update();
    profile
        .choices()
        .forEach(
            (category, ways) -> ways.forEach((way, wanted) -> choose(user, category, way, wanted)));
  }

  private void contact(UserId user, String channel, @Nullable String address) {
    if (address == null) {
      jdbc.sql("DELETE FROM contacts WHERE user_id = :user AND channel = :channel")
          .param("user", user.value())
          .param("channel", channel)
          .update();
      return;
    }
    jdbc.sql(
            """
            INSERT INTO contacts (user_id, channel, address, address_hash, registered_at)
            VALUES (:user, :channel, :address, :hash, :now)
            ON CONFLICT (user_id, channel) DO UPDATE
            SET address = excluded.address, address_hash = excluded.address_hash,
                registered_at = excluded.registered_at
            """)
        .param("user", user.value())
        .param("channel", channel)
        .param("address", address)
        .param("hash", Hashes.sha256(address))
        .param("now", now())
        .update();
  }

  private void choose(UserId user, Category category, Way way, boolean wanted) {
    jdbc.sql("INSERT INTO choices (user_id, category, way, wanted) VALUES (?, ?, ?, ?)")
        .param(user.value())
        .param(category.code())
        .param(way.code())
        .param(wanted)
        .update();
  }

  /** What the device at hand is set to; what they say themselves comes first. */
  public void seenOn(UserId user, @Nullable String locale, @Nullable String timeZone) {
    if (locale == null && timeZone == null) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO people AS p (user_id, device_locale, device_time_zone, updated_at)
            VALUES (:user, :locale, :zone, :now)
            ON CONFLICT (user_id) DO UPDATE
            SET device_locale = coalesce(excluded.device_locale, p.device_locale),
                device_time_zone = coalesce(excluded.device_time_zone, p.device_time_zone),
                updated_at = excluded.updated_at
            """)
        .param("user", user.value())
        .param("locale", locale)
        .param("zone", timeZone)
        .param("now", now())
        .update();
  }

  /** Where they can be reached, but for devices; null where they have not said. */
  public @Nullable String contact(UserId user, String channel) {
    return jdbc.sql("SELECT address FROM contacts WHERE user_id = :user AND channel = :channel")
        .param("user", user.value())
        .param("channel", channel)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  /**
   * Forgets an address that is no good.
   *
   * @param asOf when it was found out; one that was told since is left alone
   */
  public void forget(String channel, String addressHash, Instant asOf) {
    jdbc.sql(
            """
            DELETE FROM contacts
            WHERE address_hash = :hash AND channel = :channel AND registered_at <= :asOf
            """)
        .param("hash", addressHash)
        .param("channel", channel)
        .param("asOf", asOf.atOffset(ZoneOffset.UTC))
        .update();
  }

  private Object now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
