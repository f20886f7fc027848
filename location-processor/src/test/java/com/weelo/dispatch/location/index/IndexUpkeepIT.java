package com.weelo.dispatch.location.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.location.testing.Captain;
import com.weelo.dispatch.location.testing.Captain.Point;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.StoresTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@StoresTest(database = "location")
class IndexUpkeepIT {

  @Autowired GeoIndex index;
  @Autowired Redis redis;

  private final Captain captain;

  IndexUpkeepIT(@LocalServerPort int port) {
    this.captain = Captain.of(new ApiClient(port));
  }

  @BeforeEach
  void theCaptainIsInTheIndex() {
    captain.wants("TIPPER");
    captain.reports(Point.at(captain.home(), Instant.now()));
    awaitOffered(true);
  }

  @Test
  void the_index_is_built_anew_after_redis_was_wiped() {
    redis.call(r -> r.flushall());

    awaitOffered(true);
  }

  @Test
  void the_index_is_built_anew_after_redis_came_back_from_an_old_snapshot() {
    redis.call(r -> r.set(GeoIndexKeys.WHOLE, "another run"));
    redis.call(r ->
        r.del(
            "geo:free:TIPPER:%d:%d"
                .formatted(floor(captain.home().latitude()), floor(captain.home().longitude()))));
    redis.call(r -> r.del(GeoIndexKeys.VERSIONS));

    awaitOffered(true);
  }

  @Test
  void what_an_index_that_fell_behind_missed_is_made_up_for() {
    index.fallBehind();
    captain.wantsNothing();

    awaitOffered(false);
    await().until(() -> !index.isBehind());
  }

  private static int floor(double degrees) {
    return (int) Math.floor(degrees);
  }

  private void awaitOffered(boolean offered) {
    await().untilAsserted(() -> assertThat(captain.isOffered("TIPPER")).isEqualTo(offered));
  }
}
