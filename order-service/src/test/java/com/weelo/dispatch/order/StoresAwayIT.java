package com.weelo.dispatch.order;

import static com.weelo.dispatch.order.testing.Api.trucks;
import static com.weelo.dispatch.order.testing.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Fixtures;
import com.weelo.dispatch.order.testing.PublishedEvents;
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
import org.springframework.jdbc.core.JdbcTemplate;

/** Redis and Kafka are away: nothing listens where the service looks for them. */
@StoresTest(
    database = "orders_alone",
    properties = {
      "dispatch.order.sweep-interval=50ms",
      "dispatch.order.wave-interval=100ms",
      "dispatch.order.ttl=5m"
    })
@Import({Fixtures.class, StoresAwayIT.Nowhere.class})
class StoresAwayIT {

  private static final int NOBODYS_PORT = 1;

  private final Api api;
  private final PublishedEvents events;
  private final JdbcTemplate jdbc;
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  StoresAwayIT(Api api, PublishedEvents events, JdbcTemplate jdbc) {
    this.api = api;
    this.events = events;
    this.jdbc = jdbc;
  }

  @Test
  void orders_go_on_and_the_sweep_makes_their_requests() {
    var answer = api.orders(customer, trucks(somewhere(), 7));

    assertThat(answer.status()).isEqualTo(201);
    var order = answer.orderId();
    await().until(() -> api.reads(order).text("status").equals("searching"));
    assertThat(jdbc.queryForList("SELECT 1 FROM truck_requests WHERE order_id = ?", order))
        .hasSize(7);
    assertThat(events.typesOf(order)).containsExactly("order.created", "order.status.changed");
  }

  @Test
  void a_wave_that_could_not_be_made_does_not_count() {
    var order = api.orders(customer, trucks(somewhere(), 1)).orderId();
    await().until(() -> api.reads(order).text("status").equals("searching"));
    var first = nextWave(order);

    await().until(() -> !nextWave(order).equals(first));

    assertThat(api.reads(order).number("wave")).isZero();
    assertThat(api.cancels(Tokens.customer(customer), order).status()).isEqualTo(200);
  }

  private String nextWave(String order) {
    return String.valueOf(
        jdbc.queryForObject(
            "SELECT next_wave_at::text FROM orders WHERE id = ?", String.class, order));
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
