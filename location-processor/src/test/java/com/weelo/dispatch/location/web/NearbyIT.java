package com.weelo.dispatch.location.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.testing.ApiAnswer;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@StoresTest(database = "location")
class NearbyIT {

  private final ApiClient api;

  NearbyIT(@LocalServerPort int port) {
    this.api = new ApiClient(port);
  }

  @Test
  void where_nobody_is_nobody_is_found() {
    var answer =
        nearby(Tokens.customer("c-1"), "latitude=-77.8&longitude=166.7&vehicleType=TIPPER");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("drivers").isArray()).isTrue();
    assertThat(answer.body().path("drivers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "latitude=91&longitude=77&vehicleType=TIPPER, latitude",
    "latitude=NaN&longitude=77&vehicleType=TIPPER, latitude",
    "latitude=north&longitude=77&vehicleType=TIPPER, latitude",
    "longitude=77&vehicleType=TIPPER, latitude",
    "latitude=12&longitude=181&vehicleType=TIPPER, longitude",
    "latitude=12&longitude=77, vehicleType",
    "latitude=12&longitude=77&vehicleType=SPACESHIP, vehicleType",
    "latitude=12&longitude=77&vehicleType=, vehicleType",
    "latitude=12&longitude=77&vehicleType=TIPPER&radiusMeters=0, radiusMeters",
    "latitude=12&longitude=77&vehicleType=TIPPER&radiusMeters=100001, radiusMeters",
    "latitude=12&longitude=77&vehicleType=TIPPER&limit=0, limit",
    "latitude=12&longitude=77&vehicleType=TIPPER&limit=101, limit"
  })
  void what_is_wrong_with_a_question_is_said(String question, String field) {
    var answer = nearby(Tokens.ops("ops-1"), question);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.badFields()).containsOnly(field);
  }

  @Test
  void a_driver_need_not_know_its_rivals() {
    var question = "latitude=12&longitude=77&vehicleType=TIPPER";

    assertThat(nearby(Tokens.ownerDriver("d-1"), question).status()).isEqualTo(403);
    assertThat(nearby(Tokens.expired("customer", "c-1"), question).status()).isEqualTo(401);
    assertThat(nearby(Tokens.algNone("ops", "o-1"), question).status()).isEqualTo(401);
  }

  private ApiAnswer nearby(String token, String question) {
    return api.get(token, "/drivers/nearby?" + question);
  }
}
