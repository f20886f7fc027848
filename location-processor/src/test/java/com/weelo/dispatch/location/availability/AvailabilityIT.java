package com.weelo.dispatch.location.availability;

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
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@StoresTest(database = "location")
class AvailabilityIT {

  private static final String AVAILABILITY = "/tracking/availability";

  private final ApiClient api;
  private final Captain captain;
  private final Instant now = Instant.now();

  AvailabilityIT(@LocalServerPort int port) {
    this.api = new ApiClient(port);
    this.captain = Captain.of(api);
  }

  @Test
  void who_wants_jobs_and_reports_is_found_with_whom_it_drives_for() {
    captain.wants("TIPPER");
    captain.reports(Point.at(captain.north(3), now));
    awaitOffered("TIPPER");

    var found =
        api.get(
                Tokens.ops("ops-1"),
                "/drivers/nearby?latitude=%s&longitude=%s&vehicleType=TIPPER"
                    .formatted(captain.home().latitude(), captain.home().longitude()))
            .body()
            .at("/drivers/0");
    assertThat(found.path("driverId").asString()).isEqualTo(captain.id());
    assertThat(found.path("transporterId").asString()).isEqualTo(captain.transporter());
    assertThat(found.path("distanceMeters").asLong()).isBetween(2_980L, 3_020L);
    assertThat(found.path("latitude").asDouble()).isBetween(-90.0, 90.0);
    assertThat(found.path("ageSeconds").asLong()).isBetween(0L, 300L);
  }

  @Test
  void the_nearest_comes_first() {
    var near = new Captain(api, captain.id() + "-near", captain.transporter(), captain.home());
    captain.wants("TIPPER");
    near.wants("TIPPER");
    captain.reports(Point.at(captain.north(4), now));
    near.reports(Point.at(captain.north(2), now));

    await()
        .untilAsserted(() ->
            assertThat(captain.neighbours("TIPPER")).containsExactly(near.id(), captain.id()));
  }

  @Test
  void who_never_said_so_wants_no_jobs() {
    var waiting =
        new Captain(api, captain.id() + "-waiting", captain.transporter(), captain.home());
    waiting.wants("TIPPER");
    captain.reports(Point.at(captain.home(), now).with("vehicleType", "\"TIPPER\""));
    await().until(captain::pointsInHistory, is -> is == 1);
    waiting.reports(Point.at(captain.home(), now));

    await()
        .untilAsserted(
            () -> assertThat(captain.neighbours("TIPPER")).containsExactly(waiting.id()));
  }

  @Test
  void who_wants_no_more_jobs_is_gone_at_once_and_back_at_once() {
    captain.wants("TIPPER");
    captain.reports(Point.at(captain.home(), now));
    awaitOffered("TIPPER");

    captain.wantsNothing();
    assertThat(captain.isOffered("TIPPER")).isFalse();

    captain.wants("TIPPER");
    assertThat(captain.isOffered("TIPPER")).isTrue();
  }

  @Test
  void a_position_that_comes_later_does_not_bring_back_who_wants_no_jobs() {
    captain.wants("TIPPER");
    captain.reports(Point.at(captain.home(), now.minusSeconds(60)));
    awaitOffered("TIPPER");
    captain.wantsNothing();

    captain.reports(Point.at(captain.home(), now));

    await().until(captain::pointsInHistory, is -> is == 2);
    assertThat(captain.isOffered("TIPPER")).isFalse();
  }

  @Test
  void another_truck_moves_the_driver_to_its_kind() {
    captain.wants("TIPPER");
    captain.reports(Point.at(captain.home(), now.minusSeconds(60)));
    awaitOffered("TIPPER");

    captain.reports(Point.at(captain.home(), now).with("vehicleType", "\"TANKER\""));

    awaitOffered("TANKER");
    assertThat(captain.isOffered("TIPPER")).isFalse();
  }

  @Test
  void who_has_not_been_seen_for_long_is_not_found() {
    captain.wants("TIPPER");
    captain.reports(Point.at(captain.home(), now.minus(Duration.ofMinutes(6))));
    await().until(captain::pointsInHistory, is -> is == 1);

    assertThat(captain.isOffered("TIPPER")).isFalse();
  }

  @Test
  void a_driver_speaks_only_for_itself() {
    var other =
        "{\"driverId\": \"somebody-else\", \"available\": true, \"vehicleType\": \"TIPPER\"}";

    assertThat(api.put(captain.token(), AVAILABILITY, other).status()).isEqualTo(403);
    assertThat(api.put(Tokens.ops("ops-1"), AVAILABILITY, other).status()).isEqualTo(403);
  }

  @Test
  void what_is_wrong_is_said() {
    assertThat(put("{\"vehicleType\": \"TIPPER\"}").badFields()).containsExactly("available");
    assertThat(put("{\"available\": true, \"vehicleType\": \"SPACESHIP\"}").badFields())
        .containsExactly("vehicleType");
    assertThat(put("{\"available\": true}").badFields()).containsExactly("vehicleType");
    assertThat(put("{\"available\": false}").status()).isEqualTo(204);
  }

  private ApiAnswer put(String json) {
    return api.put(captain.token(), AVAILABILITY, json);
  }

  private void awaitOffered(String vehicleType) {
    await().untilAsserted(() -> assertThat(captain.isOffered(vehicleType)).isTrue());
  }
}
