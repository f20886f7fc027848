package com.weelo.dispatch.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.location.testing.Captain;
import com.weelo.dispatch.location.testing.Captain.Point;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** Positions are taken, judged and kept while Redis is away; only nobody can say who is near. */
@StoresTest(database = "location")
class WithoutRedisIT {

  private final ApiClient api;
  private final Captain captain;

  WithoutRedisIT(@LocalServerPort int port) {
    this.api = new ApiClient(port);
    this.captain = Captain.of(api);
  }

  @Test
  void positions_and_availability_are_taken_without_redis() {
    captain.wants("TIPPER");
    captain.reports(Point.at(captain.home(), Instant.now()));

    await().untilAsserted(() -> assertThat(captain.pointsInHistory()).isEqualTo(1));
  }

  @Test
  void who_is_near_is_asked_in_vain_without_redis() {
    var answer =
        api.get(
            Tokens.customer("c-1"),
            "/drivers/nearby?latitude=12.9&longitude=77.6&vehicleType=TIPPER");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isPresent();
  }

  @Test
  void it_is_ready_and_says_what_it_goes_on_without() {
    await()
        .untilAsserted(() -> {
          var health = api.readiness();
          assertThat(health.status()).isEqualTo(200);
          assertThat(health.text("status")).isEqualTo("DEGRADED");
          assertThat(health.body().at("/components/redis/details/missing/0").asString())
              .isEqualTo("Redis does not answer");
        });
  }

  @TestConfiguration
  static class NobodyAnswers {

    @Bean
    DataRedisConnectionDetails redisOnAPortWhereNothingListens() {
      return new DataRedisConnectionDetails() {
        @Override
        public Standalone getStandalone() {
          return Standalone.of("127.0.0.1", 1);
        }
      };
    }
  }
}
