package com.weelo.dispatch.location.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.location.cleaning.Sighting;
import com.weelo.dispatch.location.cleaning.Track;
import com.weelo.dispatch.location.drivers.DriverState;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.testing.StoresTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoresTest(database = "location")
class GeoIndexIT {

  private static final VehicleType TIPPER = new VehicleType("TIPPER");
  private static final VehicleType TANKER = new VehicleType("TANKER");
  private static final GeoPoint HERE = new GeoPoint(12.95, 77.55);
  private static final GeoPoint NEXT_SQUARE = new GeoPoint(13.05, 77.55);
  private static final GeoPoint NORTH_POLE = new GeoPoint(90, 0);

  @Autowired GeoIndex index;
  @Autowired Redis redis;

  private final DriverId driver = new DriverId("driver-" + EventIds.next());
  private final Instant now = Instant.now();

  @Test
  void a_free_driver_stands_in_the_set_of_its_square_and_type() {
    index.apply(List.of(free(1, HERE, TIPPER)));

    assertThat(isIn(HERE, TIPPER)).isTrue();
    assertThat(whereabouts()).isEqualTo("geo:free:TIPPER:12:77");
  }

  @Test
  void a_driver_who_moves_to_another_square_leaves_the_old_one() {
    index.apply(List.of(free(1, HERE, TIPPER)));
    index.apply(List.of(free(2, NEXT_SQUARE, TIPPER)));

    assertThat(isIn(HERE, TIPPER)).isFalse();
    assertThat(isIn(NEXT_SQUARE, TIPPER)).isTrue();
  }

  @Test
  void a_driver_who_changes_trucks_leaves_the_old_type() {
    index.apply(List.of(free(1, HERE, TIPPER)));
    index.apply(List.of(free(2, HERE, TANKER)));

    assertThat(isIn(HERE, TIPPER)).isFalse();
    assertThat(isIn(HERE, TANKER)).isTrue();
  }

  @Test
  void a_driver_who_wants_no_jobs_stands_nowhere() {
    index.apply(List.of(free(1, HERE, TIPPER)));
    index.apply(List.of(free(2, HERE, TIPPER).availableForJobs(false)));

    assertThat(isIn(HERE, TIPPER)).isFalse();
    assertThat(whereabouts()).isNull();
  }

  @Test
  void an_older_state_never_overwrites_a_newer_one() {
    var free = free(1, HERE, TIPPER);
    var gone = free.availableForJobs(false);

    index.apply(List.of(gone));
    index.apply(List.of(free));

    assertThat(isIn(HERE, TIPPER)).isFalse();
  }

  @Test
  void where_redis_knows_no_positions_nobody_is_offered_anything() {
    index.apply(List.of(free(1, HERE, TIPPER)));
    index.apply(List.of(free(2, NORTH_POLE, TIPPER)));

    assertThat(isIn(HERE, TIPPER)).isFalse();
  }

  @Test
  void any_number_of_drivers_is_applied_and_each_only_once() {
    var fleet =
        IntStream.range(0, 1_234)
            .mapToObj(n -> free(new DriverId(driver + "-" + n), 1, HERE, TIPPER))
            .toList();

    index.apply(fleet);
    index.apply(fleet);

    assertThat(fleet).allMatch(each -> isIn(each.driverId(), HERE, TIPPER));
  }

  @Test
  void the_stale_are_forgotten_and_come_back_with_their_next_fix() {
    var longAgo = now.minus(Duration.ofDays(2));
    var fresh = free(new DriverId(driver + "-fresh"), 1, HERE, TIPPER);
    index.apply(List.of(free(driver, 5, HERE, TIPPER, longAgo), fresh));

    index.forgetBefore(longAgo.plusSeconds(1));

    assertThat(isIn(HERE, TIPPER)).isFalse();
    assertThat(whereabouts()).isNull();
    assertThat(redis.<Double>call(r -> r.zscore(GeoIndexKeys.SEEN, driver.value()))).isNull();
    assertThat(isIn(fresh.driverId(), HERE, TIPPER)).isTrue();

    index.apply(List.of(free(6, HERE, TIPPER)));
    assertThat(isIn(HERE, TIPPER)).isTrue();
  }

  private DriverState free(long version, GeoPoint point, VehicleType type) {
    return free(driver, version, point, type);
  }

  private DriverState free(DriverId who, long version, GeoPoint point, VehicleType type) {
    return free(who, version, point, type, now);
  }

  private static DriverState free(
      DriverId who, long version, GeoPoint point, VehicleType type, Instant seen) {
    var track = new Track(new Sighting(point, seen, null), null);
    return new DriverState(who, new TransporterId("fleet-1"), type, true, false, track, version);
  }

  private boolean isIn(GeoPoint square, VehicleType type) {
    return isIn(driver, square, type);
  }

  private boolean isIn(DriverId who, GeoPoint square, VehicleType type) {
    return redis.call(r -> r.zrank(GeoIndexKeys.free(square, type), who.value()) != null);
  }

  private @Nullable String whereabouts() {
    return redis.call(r -> r.hget(GeoIndexKeys.WHEREABOUTS, driver.value()));
  }
}
