package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.broadcast.rooms.RebuildingRooms;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.platform.redis.RedisLocks;
import com.weelo.dispatch.stores.EmbeddedStores;
import com.weelo.dispatch.stores.StoresSettings;
import com.weelo.dispatch.testing.Tokens;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis is killed, comes back with nothing, and everything goes on. */
class RedisAwayIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static EmbeddedStores stores;
  private static Node node;
  private static Kafka kafka;

  private final String captain = People.aCaptain();
  private final String token = Tokens.transporter(captain);

  @BeforeAll
  static void start() {
    stores = EmbeddedStores.start(StoresSettings.temporary());
    node = Node.on(stores, "dispatch.redis.command-timeout=2s"); // a slow machine is not away
    kafka = new Kafka(stores);
  }

  @AfterAll
  static void stop() {
    kafka.close();
    node.close();
    stores.close();
  }

  /** Else a test would take what is left of another's fault for its own. */
  @BeforeEach
  void all_is_well() {
    await().atMost(PATIENCE).until(() -> rooms().isComplete());
  }

  @Test
  void sockets_stay_open_and_what_happens_meanwhile_is_told_afterwards() {
    try (var client = Client.connect(node.port(), token).welcomed()) {
      kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
      client.awaitFrame("new_broadcast");
      stores.redisStore().kill();
      awaitReadiness("DEGRADED");
      var meanwhile = ABooking.by(People.aCustomer());
      kafka.happened(meanwhile.offeredTo(captain));

      stores.redisStore().start();

      var frame =
          client.awaitFrame(
              "new_broadcast",
              f -> f.get("data").get("bookingId").stringValue().equals(meanwhile.id().value()));
      assertThat(frame.get("offset").longValue()).isEqualTo(1);
      assertThat(client.receivedTypes())
          .containsExactly("welcome", "new_broadcast", "welcome", "new_broadcast");
      assertThat(client.received("welcome"))
          .extracting(welcome -> welcome.get("recovered").booleanValue())
          .containsOnly(false);
      assertThat(client.offsets()).containsExactly(0L, 1L);
      awaitReadiness("\"UP\"");
    }
  }

  @Test
  void who_comes_while_redis_is_away_is_welcomed_once_it_is_back() {
    stores.redisStore().kill();
    try (var client = Client.connect(node.port(), token)) {
      stores.redisStore().start();

      client.welcomed();
      kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
      client.awaitFrame("new_broadcast");
    }
  }

  @Test
  void who_comes_back_with_an_offset_of_before_is_told_that_it_is_void() {
    String epoch;
    try (var client = Client.connect(node.port(), token).welcomed()) {
      epoch = client.welcome().get("epoch").stringValue();
      kafka.happened(ABooking.by(People.aCustomer()).offeredTo(captain));
      client.awaitFrame("new_broadcast");
    }
    restartRedis();
    try (var client = Client.resume(node.port(), token, epoch, 0).welcomed()) {
      assertThat(client.welcome().get("recovered").booleanValue()).isFalse();
      assertThat(client.welcome().get("epoch").stringValue()).isNotEqualTo(epoch);
    }
  }

  @Test
  void rooms_are_known_again_from_the_events_and_those_who_watched_still_do() {
    var booking = ABooking.by(People.aCustomer());
    kafka.happened(booking.offeredTo(captain), 1);
    kafka.happened(booking.acceptedBy(captain), 2);
    var ops = Tokens.ops("ops-" + captain);
    try (var watching = Client.connect(node.port(), ops).welcomed();
        var winner = Client.connect(node.port(), token).welcomed()) {
      watching.watch("booking:" + booking.id());
      restartRedis();

      watching.awaitFrames("welcome", 2);
      winner.watch("booking:" + booking.id());
      kafka.happened(booking.cancelledAfter(captain), 3);
      watching.awaitFrame("booking_updated");
      assertThat(winner.received("new_broadcast")).isEmpty();
    }
  }

  @Test
  void an_orders_people_are_known_again_and_so_is_which_offers_are_void() {
    var order = AnOrder.by(People.aCustomer());
    kafka.happened(order.made(), 1);
    try (var customer = Client.connect(node.port(), Tokens.customer(order.customer())).welcomed();
        var asked = Client.connect(node.port(), token).welcomed()) {
      kafka.happened(order.filledFor(), 5);
      customer.awaitFrame("truck_request_filled");

      restartRedis();

      asked.awaitFrames("welcome", 2);
      customer.watch("order:" + order.id());
      kafka.happened(order.offered(AnOrder.TRUCK, captain), 4);
      kafka.happened(order.offered(AnOrder.TRUCK, captain), 6);
      assertThat(asked.awaitFrame("new_broadcast").get("data").get("version").longValue())
          .isEqualTo(6);
    }
  }

  @Test
  void what_was_noted_in_a_server_that_dies_meanwhile_does_not_count() {
    try (var redis = elsewhereInRedis()) {
      var rebuilding =
          new RebuildingRooms(
              redis,
              new RedisLocks(redis),
              () -> {
                stores.redisStore().kill();
                stores.redisStore().start();
                await()
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> redis.call(r -> r.ping()) != null);
                return 1;
              });

      rebuilding.look();

      assertThat(rebuilding.isComplete()).isFalse();
    }
  }

  /** Where the node, which rebuilds its rooms meanwhile, does not see what is done. */
  private static Redis elsewhereInRedis() {
    var address = stores.redis();
    var uri = RedisURI.builder().withHost(address.host()).withPort(address.port()).withDatabase(1);
    return new Redis(RedisClient.create(uri.build()), Clock.systemUTC());
  }

  private static void restartRedis() {
    stores.redisStore().kill();
    await().atMost(PATIENCE).until(() -> !rooms().isComplete());
    stores.redisStore().start();
    await().atMost(PATIENCE).until(() -> rooms().isComplete());
  }

  private static RebuildingRooms rooms() {
    return node.context().getBean(RebuildingRooms.class);
  }

  private static void awaitReadiness(String text) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(readiness()).contains(text).doesNotContain("DOWN"));
  }

  private static String readiness() throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + node.port() + "/actuator/health/readiness");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }
}
