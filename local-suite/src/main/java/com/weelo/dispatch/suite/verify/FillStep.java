package com.weelo.dispatch.suite.verify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A step of an order as its event tells it.
 *
 * @param requested how many trucks of each type it wants
 * @param held likewise how many are on hold
 * @param filled likewise how many it has
 */
record FillStep(
    String orderId,
    long version,
    String previousStatus,
    String status,
    Map<String, Integer> requested,
    Map<String, Integer> held,
    Map<String, Integer> filled) {

  static FillStep of(SeenEvent event) {
    var data = event.data();
    var requested = new HashMap<String, Integer>();
    var held = new HashMap<String, Integer>();
    var filled = new HashMap<String, Integer>();
    for (var line : data.path("fill")) {
      var type = line.path("vehicleType").asString("");
      requested.put(type, line.path("requested").asInt());
      held.put(type, line.path("held").asInt());
      filled.put(type, line.path("filled").asInt());
    }
    return new FillStep(
        event.key(),
        Objects.requireNonNull(event.version()),
        data.path("previousStatus").asString(""),
        data.path("status").asString(""),
        requested,
        held,
        filled);
  }

  /** The step that nothing followed, of an order's. */
  static FillStep last(List<FillStep> steps) {
    return steps.stream().max(Comparator.comparing(FillStep::version)).orElseThrow();
  }

  /** The types of which the order has more than it wants. */
  List<String> overfilled() {
    return requested.keySet().stream()
        .filter(type -> sum(type) > requested.getOrDefault(type, 0))
        .map(type ->
            "%s is told to have %d of %d × %s"
                .formatted(orderId, sum(type), requested.get(type), type))
        .toList();
  }

  private int sum(String type) {
    return held.getOrDefault(type, 0) + filled.getOrDefault(type, 0);
  }

  int trucksRequested() {
    return requested.values().stream().mapToInt(Integer::intValue).sum();
  }

  int trucksFilled() {
    return filled.values().stream().mapToInt(Integer::intValue).sum();
  }
}
