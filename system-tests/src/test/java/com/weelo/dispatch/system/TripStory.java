package com.weelo.dispatch.system;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** One assignment, told by nothing but its events in the order of their versions. */
final class TripStory {

  private static final List<String> STEPS =
      List.of("assigned", "en_route", "arrived", "loaded", "in_transit", "delivered");

  private final String assignment;
  private final List<String> broken = new ArrayList<>();
  private String request = "";
  private String status = "";

  TripStory(String assignment) {
    this.assignment = assignment;
  }

  /** Hears the next event. */
  void hear(long version, String type, JsonNode data) {
    var next = data.path("status").asString();
    if (version == 1) {
      request = data.path("truckRequestId").asString();
      check(type.equals("assignment.created") && next.equals("assigned"), "begins as " + next);
    } else {
      var isNext = STEPS.indexOf(next) == STEPS.indexOf(status) + 1;
      var mayCancel = !status.equals("delivered") && !status.equals("cancelled");
      check(
          type.equals("assignment.updated")
              && data.path("previousStatus").asString().equals(status)
              && mayCancel
              && (isNext || next.equals("cancelled")),
          "goes from " + status + " to " + next);
    }
    status = next;
  }

  private void check(boolean isRight, String what) {
    if (!isRight) {
      broken.add(assignment + " " + what);
    }
  }

  List<String> violations() {
    return broken;
  }

  String truckRequest() {
    return request;
  }
}
