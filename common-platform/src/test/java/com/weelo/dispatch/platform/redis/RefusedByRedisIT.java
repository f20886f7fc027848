package com.weelo.dispatch.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.platform.LoggedLines;
import com.weelo.dispatch.testing.TestStores;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SetArgs;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis is there, and its operator has not given us the right, or another password. */
class RefusedByRedisIT {

  private static final String PASSWORD = "of-this-test-alone";

  private final String user = "user-" + EventIds.next();
  private final Redis operator =
      new Redis(RedisClient.create(address().build()), Clock.systemUTC());
  private final Hours clock = new Hours();
  private final LoggedLines log = LoggedLines.of(RedisRefusals.class.getName());

  @BeforeEach
  void allowAllButWritingDown() {
    acl("SETUSER", user, "on", ">" + PASSWORD, "~*", "&*", "+@all", "-set");
  }

  @AfterEach
  void forget() {
    log.close();
    acl("DELUSER", user);
    operator.close();
  }

  @Test
  void a_right_that_is_missing_is_said_once_with_what_to_do_and_shown_until_it_is_given() {
    try (var redis = as(PASSWORD)) {
      assertThat(redis.missing()).isEmpty();

      for (var i = 0; i < 3; i++) {
        assertThatThrownBy(() -> redis.call(r -> r.set("any", "thing")))
            .isInstanceOf(RedisUnavailable.class);
      }

      // The listener hears of an answer just after who waits for it.
      await().until(() -> redis.missing().size() == 1);
      assertThat(log.containing("refuses SET: NOPERM"))
          .singleElement()
          .satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage()).contains("spring.data.redis.username");
          });
      assertThat(redis.missing()).singleElement().asString().contains("SET", "NOPERM");

      acl("SETUSER", user, "+set");
      clock.pass(Duration.ofMinutes(2));

      redis.call(r -> r.set("lock:" + user, "", SetArgs.Builder.px(1)));
      assertThat(redis.missing()).isEmpty();
    }
  }

  @Test
  void what_is_sent_without_waiting_is_noticed_too() {
    try (var redis = as(PASSWORD)) {
      assertThatThrownBy(() -> redis.async().set("any", "thing").get())
          .isInstanceOf(ExecutionException.class);

      await().untilAsserted(() -> assertThat(log.containing("NOPERM")).hasSize(1));
    }
  }

  @Test
  void a_wrong_password_is_said_and_not_taken_for_an_absence() {
    try (var redis = as("of-yesterday")) {
      assertThatThrownBy(() -> redis.call(r -> r.get("any"))).isInstanceOf(RedisUnavailable.class);
      clock.pass(Duration.ofSeconds(1)); // until when nobody tries again
      assertThatThrownBy(() -> redis.call(r -> r.get("any"))).isInstanceOf(RedisUnavailable.class);

      assertThat(log.containing("refuses the login: WRONGPASS")).hasSize(1);
      assertThat(redis.missing()).anyMatch(what -> what.contains("WRONGPASS"));
    }
  }

  @Test
  void a_server_that_is_away_refuses_nothing() {
    try (var redis =
        new Redis(RedisClient.create(RedisURI.create("localhost", 1)), Clock.systemUTC())) {
      assertThat(redis.missing()).containsExactly("Redis does not answer");
      assertThat(log.containing("")).isEmpty();
    }
  }

  private Redis as(String password) {
    return new Redis(
        RedisClient.create(address().withAuthentication(user, password.toCharArray()).build()),
        clock);
  }

  private static RedisURI.Builder address() {
    var redis = TestStores.get().redis();
    return RedisURI.builder().withHost(redis.host()).withPort(redis.port());
  }

  private void acl(String... words) {
    operator.call(r ->
        r.dispatch(
            CommandType.ACL,
            new StringOutput(),
            new CommandArgs<>(StringCodec.UTF8).addValues(words)));
  }

  /** An answer of which nobody wants to know more than that it came. */
  private static final class StringOutput extends StatusOutput<String, String> {
    StringOutput() {
      super(StringCodec.UTF8);
    }

    @Override
    public void set(long number) {
      // How many users were deleted.
    }
  }

  /** Goes when it is told to. */
  private static final class Hours extends Clock {

    private volatile Instant now = Instant.parse("2026-05-04T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
