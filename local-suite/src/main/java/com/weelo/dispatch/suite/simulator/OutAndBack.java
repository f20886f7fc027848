package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;
import java.time.Duration;

/**
 * The way of a truck on a job that takes seconds here and took days on the road: towards the
 * drop-off for half of the time, and back for the other, at the speed that a truck can have.
 */
record OutAndBack(GeoPoint home, GeoPoint destination, Duration length, double metersPerSecond) {

  /** Where it is so long after it set out. */
  GeoPoint at(Duration since) {
    var outward = Math.min(seconds(since), seconds(length) - seconds(since));
    var whole = home.distanceMetersTo(destination);
    var share =
        whole == 0 ? 0 : Math.clamp(Math.max(0, outward) * metersPerSecond / whole, 0.0, 1.0);
    return new GeoPoint(
        home.latitude() + share * (destination.latitude() - home.latitude()),
        home.longitude() + share * (destination.longitude() - home.longitude()));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
