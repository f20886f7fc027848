package com.weelo.dispatch.suite.simulator;

import java.util.SplittableRandom;

/** Which vehicle type a taxi stands for, and which one a passenger's trip asks for. */
final class VehicleMix {

  private static final String[] TYPES = {
    "MINI_TRUCK", "MINI_TRUCK", "MINI_TRUCK", "PICKUP", "PICKUP", "TRUCK_14FT", "TRUCK_17FT"
  };

  private final long seed;

  VehicleMix(long seed) {
    this.seed = seed;
  }

  /** Always the same type for the same id. */
  String typeOf(String id) {
    return TYPES[new SplittableRandom(seed ^ id.hashCode()).nextInt(TYPES.length)];
  }
}
