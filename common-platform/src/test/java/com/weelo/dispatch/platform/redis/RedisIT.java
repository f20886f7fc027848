package com.weelo.dispatch.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.redis.NearbyDrivers.Nearby;
import com.weelo.dispatch.testing.TestStores;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.StringCodec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

class RedisIT {

  private static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");

  /** Longer than any test of it takes, on whatever machine. */
  private static final Duration LONG = Duration.ofMinutes(5);

  private static final GeoPoint MARKET = new GeoPoint(12.9999, 77.5);

  private final Redis redis =
      connectTo(TestStores.get().redis().host(), TestStores.get().redis().port());
  private final RedisLocks locks = new RedisLocks(redis);

  /** Of this test alone, since Redis is shared. */
  private final VehicleType truck = new VehicleType("TRUCK-" + EventIds.next());

  private final NearbyDrivers drivers =
      new NearbyDrivers(redis, Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(5));

  @AfterEach
  void disconnect() {
    redis.close();
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void nothing_is_logged_of_its_closing(CapturedOutput output) {
    for (var connection = 0; connection < 20; connection++) { // one of them shall be the late one
      redis.dedicated(StringCodec.UTF8).sync().ping();
    }

    redis.close();

    assertThat(output).doesNotContain("onErrorDropped");
  }

  @Test
  void a_lock_is_held_by_one_at_a_time() {
    var name = EventIds.next().toString();

    try (var held = locks.tryLock(name, LONG).orElseThrow()) {
      assertThat(held).isNotNull();
      assertThat(locks.tryLock(name, LONG)).isEmpty();
    }
    assertThat(locks.tryLock(name, LONG)).isPresent();
  }

  @Test
  void a_lock_that_outlived_its_time_is_not_taken_from_its_new_owner() {
    var name = EventIds.next().toString();
    var late = locks.tryLock(name, Duration.ofMillis(50)).orElseThrow();
    await().until(() -> locks.tryLock(name, LONG).isPresent());

    late.close();

    assertThat(locks.tryLock(name, LONG)).isEmpty();
  }

  @Test
  void drivers_are_found_nearest_first_within_the_radius() {
    driverAt("far", 3_000, NOW);
    driverAt("near", 500, NOW);
    driverAt("beyond", 9_000, NOW);

    assertThat(drivers.find(MARKET, truck, 5_000, 10))
        .extracting(n -> n.driverId().value())
        .containsExactly("near", "far");
    assertThat(drivers.find(MARKET, truck, 5_000, 1)).hasSize(1);
  }

  @Test
  void a_search_reaches_into_the_neighbouring_square() {
    // The market lies 11 m south of a square's border: whoever is 500 m north is in the next one.
    driverAt("neighbour", 500, NOW);

    assertThat(drivers.find(MARKET, truck, 1_000, 10))
        .singleElement()
        .satisfies(n -> {
          assertThat(n.distanceMeters()).isBetween(498L, 502L);
          assertThat(n.transporterId().value()).isEqualTo("transporter-of-neighbour");
        });
  }

  @Test
  void a_driver_not_heard_of_for_long_is_not_found() {
    driverAt("stale", 100, NOW.minus(Duration.ofMinutes(6)));
    driverAt("fresh", 200, NOW.minus(Duration.ofMinutes(4)));

    assertThat(drivers.find(MARKET, truck, 1_000, 10))
        .extracting(Nearby::age)
        .containsExactly(Duration.ofMinutes(4));
  }

  @Test
  void while_redis_is_away_a_search_says_so_and_a_lock_locks_nothing() {
    try (var away = connectTo("localhost", 1)) {
      assertThatThrownBy(() ->
              new NearbyDrivers(away, Clock.systemUTC(), Duration.ofMinutes(5))
                  .find(MARKET, truck, 1_000, 10))
          .isInstanceOf(RedisUnavailable.class);
      assertThat(new RedisLocks(away).tryLock("any", Duration.ofSeconds(5))).isPresent();
    }
  }

  @Test
  void it_is_told_whether_redis_is_there_once_somebody_has_asked_for_it() {
    try (var away = connectTo("localhost", 1)) {
      assertThat(away.connected()).isNaN();
      assertThatThrownBy(() -> away.call(r -> r.get("any"))).isInstanceOf(RedisUnavailable.class);
      assertThat(away.connected()).isZero();
    }
    redis.call(r -> r.get("any"));
    assertThat(redis.connected()).isEqualTo(1);
  }

  private void driverAt(String driver, double metersNorth, Instant seen) {
    var position = new GeoPoint(MARKET.latitude() + metersNorth / 111_195, MARKET.longitude());
    redis.call(r -> {
      r.geoadd(
          GeoIndexKeys.free(position, truck), position.longitude(), position.latitude(), driver);
      r.zadd(GeoIndexKeys.SEEN, seen.toEpochMilli(), driver);
      return r.hset(GeoIndexKeys.TRANSPORTERS, driver, "transporter-of-" + driver);
    });
  }

  private static Redis connectTo(String host, int port) {
    var client =
        RedisClient.create(
            RedisURI.builder()
                .withHost(host)
                .withPort(port)
                .withTimeout(Duration.ofSeconds(2))
                .build());
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .build());
    return new Redis(client, Clock.systemUTC());
  }
}
