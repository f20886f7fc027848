package com.weelo.dispatch.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoPointTests {

  private static final double METERS_PER_DEGREE = 111_195.08;

  @ParameterizedTest
  @CsvSource({
    "-90.001, 0",
    "90.001, 0",
    "0, -180.001",
    "0, 180.001",
    "NaN, 0",
    "0, NaN",
    "Infinity, 0",
    "0, -Infinity"
  })
  void aPointOffTheEarthIsRefused(double latitude, double longitude) {
    assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(latitude, longitude));
    assertThatIllegalArgumentException().isThrownBy(() -> new Place(latitude, longitude, null));
  }

  @ParameterizedTest
  @CsvSource({"-90, -180", "90, 180", "0, 0"})
  void theEdgesOfTheEarthAreOnIt(double latitude, double longitude) {
    assertThat(new Place(latitude, longitude, null).point())
        .isEqualTo(new GeoPoint(latitude, longitude));
  }

  @Test
  void aDegreeOfLatitudeIsTheSameEverywhere() {
    assertThat(new GeoPoint(12, 77).distanceMetersTo(new GeoPoint(13, 77)))
        .isCloseTo(METERS_PER_DEGREE, within(1.0));
    assertThat(new GeoPoint(-60, 5).distanceMetersTo(new GeoPoint(-61, 5)))
        .isCloseTo(METERS_PER_DEGREE, within(1.0));
  }

  @Test
  void aDegreeOfLongitudeShrinksTowardsThePoles() {
    assertThat(new GeoPoint(60, 10).distanceMetersTo(new GeoPoint(60, 11)))
        .isCloseTo(METERS_PER_DEGREE / 2, within(5.0));
  }

  @Test
  void theWayLeadsAcrossTheDateLine() {
    assertThat(new GeoPoint(0, 179.5).distanceMetersTo(new GeoPoint(0, -179.5)))
        .isCloseTo(METERS_PER_DEGREE, within(1.0));
  }

  @Test
  void theFarthestIsTheOtherSideOfTheEarth() {
    assertThat(new GeoPoint(12, 77).distanceMetersTo(new GeoPoint(-12, -103)))
        .isCloseTo(180 * METERS_PER_DEGREE, within(10.0));
  }

  @Test
  void distanceIsTheSameBothWaysAndNothingToItself() {
    var market = new GeoPoint(12.96181, 77.57655);
    var factory = new GeoPoint(12.84522, 77.66017);

    assertThat(market.distanceMetersTo(factory))
        .isEqualTo(factory.distanceMetersTo(market))
        .isCloseTo(15_810, within(50.0));
    assertThat(market.distanceMetersTo(market)).isZero();
  }
}
