package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.data.FreightOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What a customer orders.
 *
 * @param wanted how many trucks of each type
 */
record OrderWish(FreightOrder freight, Map<String, Integer> wanted, FillPolicy policy) {

  /** How many trucks the customer has to have. */
  enum FillPolicy {
    ALL_OR_NOTHING("all_or_nothing"),
    AT_LEAST("at_least"),
    BEST_EFFORT("best_effort");

    private final String code;

    FillPolicy(String code) {
      this.code = code;
    }
  }

  static OrderWish of(FreightOrder freight, Map<String, Integer> wanted, SplittableRandom mind) {
    var policies = FillPolicy.values();
    return new OrderWish(freight, wanted, policies[mind.nextInt(policies.length)]);
  }

  int trucks() {
    return wanted.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Two out of three, and one of one. */
  int minimum() {
    return Math.ceilDiv(trucks() * 2, 3);
  }

  /** Of all the trucks, in paise. */
  long price() {
    return trucks() * pricePerTruck();
  }

  private long pricePerTruck() {
    return Fares.fare(freight.pickup(), freight.dropoff());
  }

  /** As the interface wants it. */
  Map<String, Object> body() {
    var body = new LinkedHashMap<String, Object>();
    body.put("pickup", place(freight.pickup(), freight.pickupArea()));
    body.put("dropoff", place(freight.dropoff(), freight.dropoffArea()));
    body.put(
        "vehicleRequirements",
        wanted.entrySet().stream()
            .map(type ->
                Map.of(
                    "vehicleType", type.getKey(),
                    "quantity", type.getValue(),
                    "pricePerTruck", Fares.money(pricePerTruck())))
            .toList());
    body.put("fillPolicy", policy.code);
    if (policy == FillPolicy.AT_LEAST) {
      body.put("minimumTrucks", minimum());
    }
    return body;
  }

  private static Map<String, Object> place(GeoPoint point, String address) {
    return Map.of("latitude", point.latitude(), "longitude", point.longitude(), "address", address);
  }
}
