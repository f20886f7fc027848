package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.client.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who was on which job when, as the events tell it in the order in which they were written down.
 * Whoever takes a truck or a driver that another gave up has seen the other's commit, and writes
 * its event down later: so no false alarm is raised, and no two jobs at once go unseen.
 */
final class JobHistory {

  private final Map<String, String> plates;
  private final Map<String, String> jobOfPlate = new HashMap<>();
  private final Map<String, String> jobOfDriver = new HashMap<>();
  private final Map<String, List<String>> platesOfHold = new HashMap<>();
  private final List<String> broken = new ArrayList<>();

  /**
   * @param plates by vehicle
   */
  private JobHistory(Map<String, String> plates) {
    this.plates = plates;
  }

  /** What was on two jobs at once, or on a job that nobody had reserved it for. */
  static List<String> violations(List<OrderTables.Written> events, Map<String, String> plates) {
    var history = new JobHistory(plates);
    events.forEach(event -> history.follow(event.type(), Json.tree(event.envelope()).path("data")));
    return history.broken;
  }

  private void follow(String type, JsonNode data) {
    switch (type) {
      case "truck.hold.reserved" -> reserved(data);
      case "truck.hold.released" -> released(data);
      case "assignment.created" -> assigned(data);
      case "assignment.updated" -> updated(data);
      default -> {}
    }
  }

  private void reserved(JsonNode data) {
    var hold = text(data, "holdId");
    var held = data.path("vehicleIds").valueStream().map(id -> plate(id.asString())).toList();
    platesOfHold.put(hold, held);
    held.forEach(plate -> begin(jobOfPlate, plate, "hold " + hold));
  }

  private void released(JsonNode data) {
    var hold = text(data, "holdId");
    for (var plate : Objects.requireNonNullElse(platesOfHold.remove(hold), List.<String>of())) {
      end(jobOfPlate, plate, "hold " + hold);
    }
  }

  private void assigned(JsonNode data) {
    var job = "assignment " + text(data, "assignmentId");
    var plate = plate(text(data, "vehicleId"));
    var before = jobOfPlate.put(plate, job);
    if (before == null || !before.startsWith("hold ")) {
      broken.add("%s goes from %s to %s".formatted(plate, before, job));
    }
    begin(jobOfDriver, text(data, "driverId"), job);
  }

  private void updated(JsonNode data) {
    var status = text(data, "status");
    if (status.equals("delivered") || status.equals("cancelled")) {
      var job = "assignment " + text(data, "assignmentId");
      end(jobOfPlate, plate(text(data, "vehicleId")), job);
      end(jobOfDriver, text(data, "driverId"), job);
    }
  }

  private void begin(Map<String, String> jobs, String who, String job) {
    var other = jobs.put(who, job);
    if (other != null) {
      broken.add("%s is on %s and on %s".formatted(who, other, job));
    }
  }

  private void end(Map<String, String> jobs, String who, String job) {
    var was = jobs.remove(who);
    if (!job.equals(was)) {
      broken.add("%s ends %s while on %s".formatted(who, job, was));
    }
  }

  private String plate(String vehicle) {
    @Nullable String plate = plates.get(vehicle);
    return plate == null ? "unknown " + vehicle : plate;
  }

  private static String text(JsonNode data, String field) {
    return data.path(field).asString();
  }
}
