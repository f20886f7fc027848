package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Redis and Kafka are away: nothing listens where the service looks for them. */
@StoresTest(
    database = "booking_alone",
    properties = {
      "dispatch.booking.sweep-interval=50ms",
      "dispatch.booking.wave-interval=100ms",
      "dispatch.booking.ttl=5m",
      "dispatch.health.interval=200ms",
      "dispatch.consuming.lag-interval=1s"
    })
@Import({Fixtures.class, StoresAwayIT.Nowhere.class})
class StoresAwayIT {

  private static final int NOBODYS_PORT = 1;

  private final Api api;
  private final PublishedEvents events;
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  StoresAwayIT(Api api, PublishedEvents events) {
    this.api = api;
    this.events = events;
  }

  @Test
  void bookings_go_on_and_say_that_matching_is_delayed() {
    var answer = api.books(customer, somewhere());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("matching")).isEqualTo("delayed");
    assertThat(answer.number("offeredTo")).isZero();
    assertThat(events.typesOf(answer.bookingId())).containsExactly("booking.created");
    assertThat(api.cancels(Tokens.customer(customer), answer.bookingId()).status()).isEqualTo(200);
  }

  @Test
  void the_ledger_says_so_and_each_wave_tries_again() {
    var booking = api.books(customer, somewhere()).bookingId();

    var waves =
        await()
            .until(
                () ->
                    api.get(Tokens.ops("ops"), "/bookings/" + booking + "/decisions")
                        .body()
                        .path("waves"),
                found -> found.size() >= 3);
    assertThat(waves.valueStream().map(wave -> wave.path("outcome").asString()))
        .containsOnly("matching_unavailable");
    assertThat(events.versionsOf(booking)).containsExactly(1);
  }

  @Test
  void one_may_search_without_hearing_who_is_near() {
    var answer =
        api.get(
            Tokens.customer(customer),
            "/search?pickupLat=1&pickupLng=1&dropLat=1&dropLng=1.1&vehicleType=TANKER");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.number("nearbyCount")).isZero();
  }

  @Test
  void it_is_ready_and_says_what_it_goes_on_without() {
    await()
        .untilAsserted(() -> {
          var health = api.readiness();
          assertThat(health.status()).isEqualTo(200);
          assertThat(health.text("status")).isEqualTo("DEGRADED");
          assertThat(health.body().at("/components/redis/status").asString()).isEqualTo("DEGRADED");
          assertThat(health.body().at("/components/kafka/status").asString()).isEqualTo("DEGRADED");
          assertThat(health.body().at("/components/database/status").asString()).isEqualTo("UP");
        });
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class Nowhere {

    @Bean
    DataRedisConnectionDetails noRedis() {
      return new DataRedisConnectionDetails() {
        @Override
        public Standalone getStandalone() {
          return Standalone.of("127.0.0.1", NOBODYS_PORT);
        }
      };
    }

    @Bean
    KafkaConnectionDetails noKafka() {
      return () -> java.util.List.of("127.0.0.1:" + NOBODYS_PORT);
    }
  }
}
