package com.weelo.dispatch.suite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.data.Recording;
import com.weelo.dispatch.suite.data.TraceFix;
import com.weelo.dispatch.suite.data.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTests {

  private static final GeoPoint HERE = new GeoPoint(37.4, -122.4);

  private final TraceFix vanEarly = fix("van", 1);
  private final TraceFix truck = fix("truck", 2);
  private final TraceFix van = fix("van", 3);
  private final TraceFix vanLate = fix("van", 5);
  private final Trip early = trip("early", 2);
  private final Trip late = trip("late", 5);

  private final Replay replay =
      new Replay(new Recording(List.of(vanEarly, truck, van, vanLate), List.of(early, late)));

  @Test
  void each_vehicle_starts_where_it_was_seen_last() {
    assertThat(replay.startAt(second(4))).containsExactlyInAnyOrder(truck, van);
    assertThat(replay.fixesUntil(second(9))).containsExactly(vanLate);
  }

  @Test
  void trips_before_the_start_are_passed_over() {
    replay.startAt(second(4));

    assertThat(replay.tripsUntil(second(9))).containsExactly(late);
  }

  @Test
  void everything_comes_once_when_its_time_has_come() {
    assertThat(replay.fixesUntil(second(2))).containsExactly(vanEarly, truck);
    assertThat(replay.fixesUntil(second(2))).isEmpty();
    assertThat(replay.tripsUntil(second(1))).isEmpty();
    assertThat(replay.tripsUntil(second(2))).containsExactly(early);
    assertThat(replay.fixesUntil(second(5))).containsExactly(van, vanLate);
  }

  private static Instant second(int number) {
    return Instant.ofEpochSecond(number);
  }

  private static TraceFix fix(String vehicle, int second) {
    return new TraceFix(vehicle, second(second), HERE, false);
  }

  private static Trip trip(String name, int second) {
    return new Trip(name, second(second), HERE, HERE, Duration.ofMinutes(5));
  }
}
