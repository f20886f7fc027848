package com.weelo.dispatch.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.location.testing.Captain;
import com.weelo.dispatch.location.testing.Captain.Point;
import com.weelo.dispatch.testing.ApiAnswer;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** A position that Kafka did not take is not taken: the phone is told to send it again. */
@StoresTest(
    database = "location",
    properties = {
      "spring.kafka.producer.properties.max.block.ms=500",
      "dispatch.consuming.lag-interval=1s"
    })
class WithoutKafkaIT {

  private final ApiClient api;
  private final Captain captain;

  WithoutKafkaIT(@LocalServerPort int port) {
    this.api = new ApiClient(port);
    this.captain = Captain.of(api);
  }

  @Test
  void a_position_is_sent_again_later() {
    isToldToTryAgain(
        api.post(
            captain.token(), "/tracking/location", Point.at(captain.home(), Instant.now()).json()));
  }

  @Test
  void a_buffer_is_sent_again_later() {
    isToldToTryAgain(
        api.post(
            captain.token(),
            "/tracking/locations",
            Point.buffer(Point.at(captain.home(), Instant.now()))));
  }

  @Test
  void what_needs_no_kafka_goes_on() {
    captain.wants("TIPPER");

    assertThat(captain.isOffered("TIPPER")).isFalse();
    assertThat(api.get(Tokens.ops("ops-1"), "/tracking/accounting").status()).isEqualTo(200);
  }

  @Test
  void it_is_ready_and_says_what_it_goes_on_without() {
    await()
        .untilAsserted(() -> {
          var health = api.readiness();
          assertThat(health.status()).isEqualTo(200);
          assertThat(health.text("status")).isEqualTo("DEGRADED");
          assertThat(health.body().at("/components/kafka/details/missing/0").asString())
              .isEqualTo("Kafka does not answer");
        });
  }

  private static void isToldToTryAgain(ApiAnswer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("TEMPORARILY_UNAVAILABLE");
    assertThat(answer.header("Retry-After")).isPresent();
  }

  @TestConfiguration
  static class NobodyAnswers {

    @Bean
    KafkaConnectionDetails kafkaOnAPortWhereNothingListens() {
      return () -> List.of("127.0.0.1:1");
    }
  }
}
