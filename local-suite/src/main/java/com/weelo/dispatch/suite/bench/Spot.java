package com.weelo.dispatch.suite.bench;

import java.util.random.RandomGenerator;

/** Somewhere in Bengaluru, far from whatever else a suite simulates. */
record Spot(double latitude, double longitude) {

  static final String VEHICLE_TYPE = "PICKUP";

  static final Spot MARKET = new Spot(12.97, 77.59);

  /** Another spot within some two kilometres. */
  Spot around(RandomGenerator random) {
    return new Spot(
        latitude + random.nextDouble(-0.015, 0.015), longitude + random.nextDouble(-0.015, 0.015));
  }
}
