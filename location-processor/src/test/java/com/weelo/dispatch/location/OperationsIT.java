package com.weelo.dispatch.location;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.testing.StoresTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

/** What operators and other developers look at. */
@StoresTest(database = "location")
class OperationsIT {

  private final RestClient service;

  OperationsIT(@LocalServerPort int port) {
    this.service = RestClient.create("http://localhost:" + port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"liveness", "readiness"})
  void health_is_open_to_all(String probe) {
    assertThat(get("/actuator/health/" + probe)).contains("\"UP\"");
  }

  @Test
  void fixes_are_counted_by_what_became_of_them() {
    assertThat(get("/actuator/prometheus"))
        .contains("dispatch_location_fixes_total{")
        .contains("outcome=\"impossible_speed\"")
        .contains("dispatch_location_age_when_indexed_seconds_count");
  }

  @Test
  void the_interface_describes_itself() {
    assertThat(get("/v3/api-docs"))
        .contains(
            "/api/v1/tracking/location",
            "/api/v1/tracking/locations",
            "/api/v1/tracking/availability",
            "/api/v1/tracking/accounting",
            "/api/v1/drivers/nearby",
            "/api/v1/drivers/{driverId}/track");
  }

  private String get(String path) {
    return String.valueOf(service.get().uri(path).retrieve().body(String.class));
  }
}
