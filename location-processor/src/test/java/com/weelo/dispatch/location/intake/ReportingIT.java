package com.weelo.dispatch.location.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.location.testing.Captain;
import com.weelo.dispatch.location.testing.Captain.Point;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@StoresTest(database = "location")
class ReportingIT {

  private static final String OPS = Tokens.ops("ops-1");
  private static final String LOCATION = "/tracking/location";
  private static final String LOCATIONS = "/tracking/locations";

  private final ApiClient api;
  private final Captain captain;
  private final Instant now = Instant.now();

  ReportingIT(@LocalServerPort int port) {
    this.api = new ApiClient(port);
    this.captain = Captain.of(api);
    captain.reports(Point.at(captain.home(), now.minusSeconds(600)));
  }

  @Test
  void a_position_is_taken_and_soon_part_of_the_track() {
    var answer = api.post(captain.token(), LOCATION, here().json());

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("ok").asBoolean()).isTrue();
    awaitPoints(2);
  }

  @Test
  void a_position_without_a_time_is_of_now() {
    var json =
        "{\"latitude\": %s, \"longitude\": %s}"
            .formatted(captain.home().latitude(), captain.home().longitude());

    assertThat(api.post(captain.token(), LOCATION, json).status()).isEqualTo(202);
    awaitPoints(2);
  }

  @Test
  void a_live_position_from_a_clock_far_ahead_is_of_now_too() {
    var ahead = Point.at(captain.home(), now.plus(Duration.ofHours(3)));

    assertThat(api.post(captain.token(), LOCATION, ahead.json()).status()).isEqualTo(202);
    awaitPoints(2);
  }

  @Test
  void a_driver_may_name_itself_but_nobody_else() {
    var asItself = here().with("driverId", "\"" + captain.id() + "\"");
    var asAnother = here().with("driverId", "\"somebody-else\"");

    assertThat(api.post(captain.token(), LOCATION, asItself.json()).status()).isEqualTo(202);
    assertThat(api.post(captain.token(), LOCATION, asAnother.json()).status()).isEqualTo(403);
    assertThat(api.post(captain.token(), LOCATIONS, Point.buffer(here(), asAnother)).status())
        .isEqualTo(403);
  }

  @Test
  void only_drivers_and_operators_report() {
    assertThat(api.post(Tokens.customer("c-1"), LOCATION, here().json()).status()).isEqualTo(403);
    assertThat(api.post(Tokens.transporter("t-1"), LOCATION, here().json()).status())
        .isEqualTo(403);
    assertThat(api.post(null, LOCATION, here().json()).status()).isEqualTo(401);
    assertThat(api.post(Tokens.forged("driver", captain.id()), LOCATION, here().json()).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'longitude': 77.6}                                        | latitude",
        "{'latitude': 12.9}                                         | longitude",
        "{'latitude': 91, 'longitude': 77.6}                        | latitude",
        "{'latitude': 'NaN', 'longitude': 77.6}                     | latitude",
        "{'latitude': 'north', 'longitude': 77.6}                   | latitude",
        "{'latitude': 12.9, 'longitude': 77.6, 'speed': -3}         | speed",
        "{'latitude': 12.9, 'longitude': 77.6, 'bearing': 400}      | bearing",
        "{'latitude': 12.9, 'longitude': 77.6, 'accuracy': -1}      | accuracy",
        "{'latitude': 12.9, 'longitude': 77.6, 'recordedAt': 'eve'} | recordedAt",
        "{'latitude': 12.9, 'longitude': 77.6, 'vehicleType': 'X'}  | vehicleType",
      },
      quoteCharacter = '"')
  void what_is_no_position_is_refused_with_what_is_wrong(String body, String field) {
    var answer = api.post(captain.token(), LOCATION, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.badFields()).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'latitude': NaN, 'longitude': 77.6}", "{'latitude': 12.9,", "[1, 2]"})
  void what_can_not_be_read_is_refused(String body) {
    var answer = api.post(captain.token(), LOCATION, body.replace('\'', '"'));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("MALFORMED_REQUEST");
    assertThat(answer.badFields()).isEmpty();
  }

  @Test
  void a_buffer_is_taken_but_for_what_is_wrong_in_it() {
    var buffer =
        Point.buffer(
            Point.at(captain.north(1), now.minusSeconds(300)),
            Point.at(captain.north(2), now.minusSeconds(240)).with("speed", "-1"),
            Point.at(captain.north(3), now.plus(Duration.ofHours(3))),
            Point.at(captain.north(4), now.minusSeconds(120)));

    var answer = api.post(captain.token(), LOCATIONS, buffer);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.body().path("rejected")).hasSize(2);
    assertThat(answer.body().at("/rejected/0/index").asInt()).isEqualTo(1);
    assertThat(answer.body().at("/rejected/0/reason").asString()).isEqualTo("invalid");
    assertThat(answer.body().at("/rejected/0/errors/0/field").asString()).isEqualTo("speed");
    assertThat(answer.body().at("/rejected/1/index").asInt()).isEqualTo(2);
    awaitPoints(3);
  }

  @Test
  void a_buffer_has_at_most_a_thousand_points() {
    var thousand = Collections.nCopies(1_000, here()).toArray(Point[]::new);
    var more = Collections.nCopies(1_001, here()).toArray(Point[]::new);

    var taken = api.post(captain.token(), LOCATIONS, Point.buffer(thousand));
    var refused = api.post(captain.token(), LOCATIONS, Point.buffer(more));

    assertThat(taken.body().path("accepted").asInt()).isEqualTo(1_000);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.badFields()).containsExactly("points");
    awaitPoints(2);
  }

  @Test
  void a_buffer_may_be_empty_but_has_no_gaps() {
    assertThat(api.post(captain.token(), LOCATIONS, "{\"points\": []}").status()).isEqualTo(202);
    assertThat(api.post(captain.token(), LOCATIONS, "{\"points\": [null]}").status())
        .isEqualTo(400);
    assertThat(api.post(captain.token(), LOCATIONS, "{}").badFields()).containsExactly("points");
  }

  @Test
  void the_smallest_and_the_strangest_of_values_are_no_reason_to_stumble() {
    captain.flushes(
        Point.at(captain.home(), now.minusSeconds(60)).with("speed", "1e-300"),
        Point.at(captain.home(), now).with("accuracy", "4e-320").with("bearing", "-0.0"));

    awaitPoints(3);
  }

  @Test
  void a_gateway_reports_for_many_drivers_and_their_transporters() {
    var one = Captain.of(api);
    var other = Captain.of(api);

    var answer =
        api.post(OPS, LOCATIONS, Point.buffer(of(one), of(other), of(one, now.minusSeconds(60))));

    assertThat(answer.body().path("accepted").asInt()).isEqualTo(3);
    await().until(one::pointsInHistory, is -> is == 2);
    await().until(other::pointsInHistory, is -> is == 1);
    var track = "/drivers/" + one.id() + "/track";
    assertThat(api.get(Tokens.transporter(one.transporter()), track).status()).isEqualTo(200);
    assertThat(api.get(Tokens.transporter(other.transporter()), track).status()).isEqualTo(404);
  }

  @Test
  void a_gateway_need_not_name_the_transporter_of_a_driver_once_known() {
    awaitPoints(1);
    var known = here().with("driverId", "\"" + captain.id() + "\"");
    var unknown = here().with("driverId", "\"nobody-knows-me\"");

    var answer = api.post(OPS, LOCATIONS, Point.buffer(known, unknown, here()));

    assertThat(answer.body().path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.body().at("/rejected/0/errors/0/field").asString())
        .isEqualTo("transporterId");
    assertThat(answer.body().at("/rejected/1/errors/0/field").asString()).isEqualTo("driverId");
    awaitPoints(2);
  }

  private void awaitPoints(int points) {
    await().untilAsserted(() -> assertThat(captain.pointsInHistory()).isEqualTo(points));
  }

  private Point here() {
    return Point.at(captain.home(), now);
  }

  private Point of(Captain driver) {
    return of(driver, now);
  }

  private static Point of(Captain driver, Instant time) {
    return Point.at(driver.home(), time)
        .with("driverId", "\"" + driver.id() + "\"")
        .with("transporterId", "\"" + driver.transporter() + "\"");
  }
}
