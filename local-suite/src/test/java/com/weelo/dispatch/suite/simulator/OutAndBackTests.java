package com.weelo.dispatch.suite.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.weelo.dispatch.events.GeoPoint;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OutAndBackTests {

  private static final Offset<Double> ABOUT = within(1.0);

  private final GeoPoint home = new GeoPoint(12.8, 79.7);
  private final OutAndBack way =
      new OutAndBack(home, new GeoPoint(13.8, 79.7), Duration.ofSeconds(20), 50);

  @Test
  void it_goes_out_for_half_of_the_time_and_is_back_at_the_end() {
    assertThat(metersAfter(0)).isCloseTo(0, ABOUT);
    assertThat(metersAfter(10)).isCloseTo(500, ABOUT);
    assertThat(metersAfter(15)).isCloseTo(250, ABOUT);
    assertThat(metersAfter(20)).isCloseTo(0, ABOUT);
    assertThat(metersAfter(30)).isCloseTo(0, ABOUT);
  }

  @Test
  void it_goes_no_farther_than_it_has_to() {
    var near = new GeoPoint(12.801, 79.7);
    var shortWay = new OutAndBack(home, near, Duration.ofSeconds(20), 50);

    assertThat(shortWay.at(Duration.ofSeconds(10)).distanceMetersTo(near)).isCloseTo(0, ABOUT);
    assertThat(new OutAndBack(home, home, Duration.ofSeconds(20), 50).at(Duration.ofSeconds(10)))
        .isEqualTo(home);
  }

  private double metersAfter(int seconds) {
    return way.at(Duration.ofSeconds(seconds)).distanceMetersTo(home);
  }
}
