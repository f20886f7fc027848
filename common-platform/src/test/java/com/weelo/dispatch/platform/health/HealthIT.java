package com.weelo.dispatch.platform.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import com.weelo.dispatch.testing.StoresTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of the answer when something is missing, be it needed or not. */
@StoresTest(
    database = "health",
    classes = HealthIT.Application.class,
    properties = {
      "spring.application.name=health-test",
      "spring.flyway.locations=classpath:db/platform",
      "dispatch.outbox.enabled=false",
      "dispatch.health.interval=100ms",
      "management.endpoint.health.group.readiness.include="
          + "readinessState,database,redis,kafka,needed,helpful"
    })
class HealthIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  @Autowired Application application;
  @Autowired MeterRegistry meters;

  @LocalServerPort int port;

  @AfterEach
  void all_is_there_again() {
    application.needed.set(List.of());
    application.helpful.set(List.of());
    awaitReadiness(200, "UP");
  }

  @Test
  void with_all_that_is_needed_it_is_ready() {
    awaitReadiness(200, "UP");

    assertThat(readiness().body().path("components").propertyNames())
        .contains("database", "redis", "kafka");
    assertThat(meters.get("dispatch.readiness").gauge().value()).isEqualTo(1);
  }

  @Test
  void without_what_only_helps_it_is_ready_and_says_what_is_missing() {
    application.helpful.set(List.of("the weather"));

    awaitReadiness(200, "DEGRADED");
    assertThat(missing("helpful")).isEqualTo("the weather");
    assertThat(meters.get("dispatch.readiness").gauge().value()).isEqualTo(0.5);
  }

  @Test
  void without_what_is_needed_it_is_not_ready_whatever_else_is_missing() {
    application.helpful.set(List.of("the weather"));
    application.needed.set(List.of("the ground"));

    awaitReadiness(503, "DOWN");
    assertThat(missing("needed")).isEqualTo("the ground");
    assertThat(meters.get("dispatch.readiness").gauge().value()).isZero();
  }

  private record Answer(int code, JsonNode body) {}

  private void awaitReadiness(int code, String status) {
    await()
        .untilAsserted(() -> {
          var answer = readiness();
          assertThat(answer.body().path("status").asString()).isEqualTo(status);
          assertThat(answer.code()).isEqualTo(code);
        });
  }

  private String missing(String component) {
    return readiness().body().at("/components/" + component + "/details/missing/0").asString();
  }

  private Answer readiness() {
    return Objects.requireNonNull(
        RestClient.create("http://localhost:" + port)
            .get()
            .uri("/actuator/health/readiness")
            .exchange((request, answer) ->
                new Answer(
                    answer.getStatusCode().value(),
                    JSON.readTree(answer.getBody().readAllBytes()))));
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    final AtomicReference<List<String>> needed = new AtomicReference<>(List.of());
    final AtomicReference<List<String>> helpful = new AtomicReference<>(List.of());

    @Bean
    Watched neededHealthIndicator() {
      return new Watched(Status.DOWN, needed::get);
    }

    @Bean
    Watched helpfulHealthIndicator() {
      return new Watched(Degraded.STATUS, helpful::get);
    }

    @Bean
    SweepLoop looks(List<Watched> all) {
      return new SweepLoop("looks", () -> all.forEach(Watched::look), Duration.ofMillis(50));
    }
  }
}
