package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;
import java.util.Map;

/** What trips cost: the recordings do not say. */
final class Fares {

  private static final long BASE_MINOR = 50_000;
  private static final long KILOMETRE_MINOR = 4_500;

  private Fares() {}

  /** In paise. */
  static long fare(GeoPoint pickup, GeoPoint dropoff) {
    return BASE_MINOR + Math.round(pickup.distanceMetersTo(dropoff) / 1_000) * KILOMETRE_MINOR;
  }

  static Map<String, Object> money(long amountMinor) {
    return Map.of("amountMinor", amountMinor, "currency", "INR");
  }
}
