package com.weelo.dispatch.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.stores.EmbeddedStore;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is ready without which store: what a load balancer goes by, and what alerts do. */
@SystemTest
class ReadinessIT {

  private static final String UP = "200 UP";
  private static final String DEGRADED = "200 DEGRADED";
  private static final String DOWN = "503 DOWN";

  private static final Map<String, String> LEVELS = Map.of(UP, "1.0", DEGRADED, "0.5", DOWN, "0.0");

  private final RunningSuite suite;

  ReadinessIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void whoNeedsPostgresqlForEveryCallIsDownWithoutIt() {
    var expected = all(DOWN);
    expected.put(SuiteService.LOCATION, DEGRADED);
    expected.put(SuiteService.BROADCAST, UP);

    without(suite.stores().postgresStore(), expected);
  }

  @Test
  void withoutRedisAllAreReadyAndSaySo() {
    without(suite.stores().redisStore(), all(DEGRADED));
  }

  @Test
  void withoutKafkaAllAreReadyAndSaySo() {
    without(suite.stores().kafkaStore(), all(DEGRADED));
  }

  private void without(EmbeddedStore store, Map<SuiteService, String> expected) {
    awaitReadiness(all(UP));
    store.kill();
    try {
      awaitReadiness(expected);
      expected.forEach((service, readiness) ->
          assertThat(get(service, "/actuator/prometheus").body())
              .contains("dispatch_readiness " + LEVELS.get(readiness)));
    } finally {
      store.start();
    }
    awaitReadiness(all(UP));
  }

  private static Map<SuiteService, String> all(String readiness) {
    var all = new EnumMap<SuiteService, String>(SuiteService.class);
    for (var service : SuiteService.values()) {
      all.put(service, readiness);
    }
    return all;
  }

  private void awaitReadiness(Map<SuiteService, String> expected) {
    await()
        .atMost(SystemTest.PATIENCE)
        .untilAsserted(() ->
            assertThat(expected.keySet().stream().collect(toMap(s -> s, this::readiness)))
                .isEqualTo(expected));
  }

  private String readiness(SuiteService service) {
    var answer = get(service, "/actuator/health/readiness");
    return answer.statusCode() + " " + Json.tree(answer.body()).path("status").asString();
  }

  private HttpResponse<String> get(SuiteService service, String path) {
    var where = "http://" + suite.url(service).getAuthority() + path;
    try {
      return suite
          .http()
          .send(HttpRequest.newBuilder(URI.create(where)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
