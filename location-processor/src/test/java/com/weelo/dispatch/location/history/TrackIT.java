package com.weelo.dispatch.location.history;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.location.testing.Captain;
import com.weelo.dispatch.location.testing.Captain.Point;
import com.weelo.dispatch.testing.ApiAnswer;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@StoresTest(database = "location")
class TrackIT {

  private static final String OPS = Tokens.ops("ops-1");

  private final ApiClient api;
  private final Captain captain;
  private final Instant noon =
      Instant.now().truncatedTo(DAYS).minus(Duration.ofHours(12)).plusMillis(125);

  TrackIT(@LocalServerPort int port) {
    this.api = new ApiClient(port);
    this.captain = Captain.of(api);
  }

  @Test
  void a_track_is_in_order_of_time_however_it_came() {
    captain.reports(Point.at(captain.north(2), noon.plusSeconds(120)));
    awaitPoints(1);
    captain.flushes(
        Point.at(captain.north(1), noon.plusSeconds(60)), Point.at(captain.home(), noon));
    awaitPoints(3);

    assertThat(times(track(OPS, "?from=" + noon)))
        .containsExactly(noon, noon.plusSeconds(60), noon.plusSeconds(120));
  }

  @Test
  void a_track_is_of_the_time_asked_for() {
    captain.flushes(
        Point.at(captain.home(), noon),
        Point.at(captain.home(), noon.plusSeconds(60)),
        Point.at(captain.home(), noon.plusSeconds(120)));
    awaitPoints(3);

    assertThat(times(track(OPS, between(noon, noon.plusSeconds(120)))))
        .containsExactly(noon, noon.plusSeconds(60));
    assertThat(times(track(OPS, between(noon.plusSeconds(121), noon.plusSeconds(180))))).isEmpty();
    assertThat(track(OPS, between(noon, noon.minusSeconds(1))).badFields()).containsExactly("from");
    assertThat(track(OPS, "?from=yesterday").badFields()).containsExactly("from");
  }

  @Test
  void a_point_is_given_back_as_it_came() {
    captain.reports(
        Point.at(captain.home(), noon)
            .with("speed", "41.7")
            .with("bearing", "359.9")
            .with("accuracy", "4.2"));
    awaitPoints(1);

    var point = track(OPS, "?from=" + noon).body().at("/points/0");
    assertThat(point.path("latitude").asDouble()).isEqualTo(captain.home().latitude());
    assertThat(point.path("longitude").asDouble()).isEqualTo(captain.home().longitude());
    assertThat(point.path("speed").asDouble()).isEqualTo(41.7);
    assertThat(point.path("bearing").asDouble()).isEqualTo(359.9);
    assertThat(point.path("accuracy").asDouble()).isEqualTo(4.2);
  }

  @Test
  void a_track_can_be_had_as_geojson() {
    captain.flushes(
        Point.at(captain.home(), noon),
        Point.at(captain.north(1), noon.plusSeconds(60)).with("speed", "60"));
    awaitPoints(2);

    var answer =
        api.get(OPS, "/drivers/" + captain.id() + "/track?from=" + noon, "application/geo+json");

    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/geo+json");
    var body = answer.body();
    assertThat(body.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(body.path("features")).hasSize(2);
    assertThat(body.at("/features/1/type").asString()).isEqualTo("Feature");
    assertThat(body.at("/features/1/geometry/type").asString()).isEqualTo("Point");
    assertThat(body.at("/features/1/geometry/coordinates/0").asDouble())
        .isEqualTo(captain.home().longitude());
    assertThat(body.at("/features/1/geometry/coordinates/1").asDouble())
        .isEqualTo(captain.north(1).latitude());
    assertThat(body.at("/features/1/properties/speed").asDouble()).isEqualTo(60);
    assertThat(body.at("/features/1/properties/recordedAt").asString())
        .isEqualTo(noon.plusSeconds(60).toString());
  }

  @Test
  void a_transporter_sees_its_own_drivers_and_nobody_elses() {
    captain.reports(Point.at(captain.home(), noon));
    awaitPoints(1);

    assertThat(times(track(Tokens.transporter(captain.transporter()), "?from=" + noon)))
        .containsExactly(noon);
    assertThat(track(Tokens.transporter("another"), "").status()).isEqualTo(404);
    assertThat(track(captain.token(), "").status()).isEqualTo(404);
    assertThat(track(Tokens.customer("c-1"), "").status()).isEqualTo(403);
  }

  @Test
  void an_owner_driver_is_its_own_transporter() {
    var token = Tokens.ownerDriver(captain.id());
    await()
        .until(
            () ->
                api.post(token, "/tracking/location", Point.at(captain.home(), noon).json())
                    .status(),
            is -> is == 202);

    await().until(() -> track(token, "?from=" + noon).body().path("points").size(), is -> is == 1);
  }

  @Test
  void a_transporter_does_not_see_what_its_driver_did_for_another() {
    captain.reports(Point.at(captain.home(), noon));
    awaitPoints(1);
    var hired = new Captain(api, captain.id(), "new-" + captain.transporter(), captain.home());
    hired.reports(Point.at(captain.home(), noon.plusSeconds(60)));
    awaitPoints(2);

    assertThat(times(track(Tokens.transporter(hired.transporter()), "?from=" + noon)))
        .containsExactly(noon.plusSeconds(60));
    assertThat(track(Tokens.transporter(captain.transporter()), "").status()).isEqualTo(404);
  }

  @Test
  void a_driver_nobody_knows_has_no_track() {
    assertThat(track(OPS, "").status()).isEqualTo(404);
  }

  private ApiAnswer track(String token, String query) {
    return api.get(token, "/drivers/" + captain.id() + "/track" + query);
  }

  private static String between(Instant from, Instant to) {
    return "?from=" + from + "&to=" + to;
  }

  private static List<Instant> times(ApiAnswer track) {
    return StreamSupport.stream(track.body().path("points").spliterator(), false)
        .map(point -> Instant.parse(point.path("recordedAt").asString()))
        .toList();
  }

  private void awaitPoints(int points) {
    await()
        .untilAsserted(() ->
            assertThat(times(track(OPS, between(noon, noon.plusSeconds(3_600))))).hasSize(points));
  }
}
