package com.weelo.dispatch.system;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What clients were told with success.
 *
 * @param orders by customer
 * @param holds by id
 * @param assignments by id
 * @param steps the last one of each assignment
 * @param cancelled orders
 */
record Told(
    Map<String, String> orders,
    Map<String, Hold> holds,
    Map<String, Assignment> assignments,
    Map<String, String> steps,
    Set<String> cancelled) {

  Told() {
    this(
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        ConcurrentHashMap.newKeySet());
  }

  record Hold(String orderId, String transporterId, List<String> vehicleIds) {
    Hold {
      vehicleIds = List.copyOf(vehicleIds);
    }
  }

  record Assignment(String truckRequestId, String vehicleId, String driverId) {}
}
