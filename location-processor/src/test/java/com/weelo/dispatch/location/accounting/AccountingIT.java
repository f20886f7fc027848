package com.weelo.dispatch.location.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.location.cleaning.Outcome;
import com.weelo.dispatch.location.testing.Captain;
import com.weelo.dispatch.location.testing.Captain.Point;
import com.weelo.dispatch.location.testing.LocationTopics;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@StoresTest(database = "location")
class AccountingIT {

  @Autowired JdbcTemplate jdbc;

  private final ApiClient api;
  private final Captain captain;
  private final Instant now = Instant.now();

  AccountingIT(@LocalServerPort int port) {
    this.api = new ApiClient(port);
    this.captain = Captain.of(api);
  }

  @Test
  void every_fix_is_accounted_for_by_what_became_of_it() {
    captain.reports(Point.at(captain.home(), now.minusSeconds(300)));
    var before = accounting();

    captain.flushes(
        Point.at(captain.north(1), now.minusSeconds(240)),
        Point.at(captain.home(), now.minusSeconds(300)),
        Point.at(captain.north(1), now.minusSeconds(180)).with("accuracy", "900"),
        Point.at(captain.north(49), now.minusSeconds(120)),
        Point.at(captain.north(1), now.minus(Duration.ofDays(31))),
        Point.at(captain.north(1), now.minusSeconds(60)).with("speed", "-1"));
    accounting();
    captain.flushes(Point.at(captain.home(), now.minusSeconds(360)));
    api.post(captain.token(), "/tracking/location", "{\"latitude\": 91, \"longitude\": 0}");

    var after = accounting();
    assertThat(difference(before, after, "/indexed")).isEqualTo(1);
    assertThat(difference(before, after, "/stored")).isEqualTo(1);
    assertThat(difference(before, after, "/dropped/duplicate")).isEqualTo(1);
    assertThat(difference(before, after, "/dropped/inaccurate")).isEqualTo(1);
    assertThat(difference(before, after, "/dropped/impossible_speed")).isEqualTo(1);
    assertThat(difference(before, after, "/dropped/outdated")).isEqualTo(1);
    assertThat(difference(before, after, "/dropped/invalid")).isEqualTo(2);
    assertThat(difference(before, after, "/received")).isEqualTo(8);
  }

  @Test
  void what_was_received_is_the_sum_of_what_became_of_it() {
    var account = accounting();

    var dropped =
        StreamSupport.stream(account.path("dropped").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .sum();
    assertThat(account.path("received").asLong())
        .isEqualTo(account.path("indexed").asLong() + account.path("stored").asLong() + dropped);
    assertThat(account.path("dropped").propertyNames())
        .containsExactlyInAnyOrderElementsOf(Outcome.DROPPED.stream().map(Outcome::code).toList());
  }

  @Test
  void only_operators_see_the_account() {
    assertThat(api.get(captain.token(), "/tracking/accounting").status()).isEqualTo(403);
  }

  private JsonNode accounting() {
    new LocationTopics(jdbc).awaitRead();
    return api.get(Tokens.ops("ops-1"), "/tracking/accounting").body();
  }

  private static long difference(JsonNode before, JsonNode after, String pointer) {
    return after.at(pointer).asLong() - before.at(pointer).asLong();
  }
}
