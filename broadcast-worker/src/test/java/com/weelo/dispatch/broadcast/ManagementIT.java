package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.broadcast.server.NettyServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the port serves beside WebSockets. */
@BroadcastTest
class ManagementIT {

  private final HttpClient http = HttpClient.newHttpClient();
  private final NettyServer server;

  ManagementIT(NettyServer server) {
    this.server = server;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/actuator/health/readiness",
      })
  void health_is_served(String path) {
    await()
        .untilAsserted(() -> {
          var answer = get(path);
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(answer.headers().firstValue("content-type")).contains("application/json");
          assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("DEGRADED");
        });
  }

  @Test
  void readiness_tells_of_redis_and_the_rooms() {
    await()
        .untilAsserted(() ->
            assertThat(get("/actuator/health/readiness").body())
                .contains("\"broadcast\":{", "\"redis\":\"connected\""));
  }

  @Test
  void metrics_are_served() throws Exception {
    var answer = get("/actuator/prometheus");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("dispatch_broadcast_connections");
  }

  @ParameterizedTest
  @CsvSource({
    "/, 404, NOT_FOUND",
    "/actuator/env, 404, NOT_FOUND",
    "/actuator/health/nothing, 404, NOT_FOUND",
    "/ws, 426, UPGRADE_REQUIRED"
  })
  void anything_else_is_a_problem(String path, int status, String code) throws Exception {
    var answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
  }

  @Test
  void management_is_only_for_looking() throws Exception {
    var answer =
        http.send(
            HttpRequest.newBuilder(uri("/actuator/health"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(405);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }
}
