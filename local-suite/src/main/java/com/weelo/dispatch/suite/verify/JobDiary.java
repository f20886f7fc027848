package com.weelo.dispatch.suite.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Who was on which job, told in the order in which it came to be; notes who was on two. */
final class JobDiary {

  private static final Set<String> OVER = Set.of("delivered", "cancelled");

  private final Map<String, String> plates;

  /** What each plate and each driver is taken for: a hold or an assignment. */
  private final Map<String, String> taken = new HashMap<>();

  /** The order that each hold is for. */
  private final Map<String, String> orderOfHold = new HashMap<>();

  private final List<String> broken = new ArrayList<>();
  private int jobs;

  /**
   * @param plates of the vehicles, by their ids
   */
  JobDiary(Map<String, String> plates) {
    this.plates = plates;
  }

  /**
   * @param key the booking or order
   */
  void add(String type, String key, JsonNode data) {
    switch (type) {
      case "truck.hold.reserved" -> reserved(key, data);
      case "truck.hold.released" -> free(hold(data));
      case "assignment.created" -> begun(key, data);
      case "assignment.updated" -> {
        if (OVER.contains(data.path("status").asString(""))) {
          free(assignment(data));
        }
      }
      default -> throw new IllegalArgumentException(type);
    }
  }

  private void reserved(String order, JsonNode data) {
    var hold = hold(data);
    orderOfHold.put(hold, order);
    for (var vehicle : data.path("vehicleIds")) {
      take("vehicle " + plate(vehicle), hold);
    }
  }

  private void begun(String key, JsonNode data) {
    jobs++;
    var vehicle = "vehicle " + plate(data.path("vehicleId"));
    // What a hold of the same order has goes on to the job that is made of it.
    if (key.equals(orderOfHold.get(taken.getOrDefault(vehicle, "")))) {
      taken.remove(vehicle);
    }
    take(vehicle, assignment(data));
    take("driver " + data.path("driverId").asString(""), assignment(data));
  }

  private void take(String who, String what) {
    var before = taken.put(who, what);
    if (before != null) {
      broken.add("%s was taken for %s while it had %s".formatted(who, what, before));
    }
  }

  private void free(String what) {
    taken.values().removeIf(what::equals);
  }

  private String plate(JsonNode vehicleId) {
    var id = vehicleId.asString("");
    return plates.getOrDefault(id, id);
  }

  private static String hold(JsonNode data) {
    return "hold " + data.path("holdId").asString("");
  }

  private static String assignment(JsonNode data) {
    return "assignment " + data.path("assignmentId").asString("");
  }

  String figures() {
    return "%d jobs, %d under way"
        .formatted(jobs, taken.keySet().stream().filter(who -> who.startsWith("driver ")).count());
  }

  List<String> broken() {
    return List.copyOf(broken);
  }
}
