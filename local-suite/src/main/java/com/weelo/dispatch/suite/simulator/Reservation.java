package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A transporter reserves trucks of an order for its own, and mostly names who drives. */
final class Reservation {

  /** A hold lasts fifteen seconds; whoever lets it run out has its trucks again after that. */
  private static final Duration SURELY_OVER = Duration.ofSeconds(17);

  /** Somebody else had them, or the search is over. */
  private static final Set<String> TOO_LATE =
      Set.of("NOT_ENOUGH_OPEN_REQUESTS", "ORDER_EXPIRED", "ORDER_CANCELLED");

  private final World world;
  private final String token;
  private final TransporterPolicy policy;
  private final List<FleetTruck> trucks;
  private final BiConsumer<FleetTruck, String> assigned;

  /**
   * @param trucks to be reserved, all or none; they are taken until they are free again
   * @param assigned told of each truck that has a job, with the assignment's id
   */
  Reservation(
      World world,
      String token,
      TransporterPolicy policy,
      List<FleetTruck> trucks,
      BiConsumer<FleetTruck, String> assigned) {
    this.world = world;
    this.token = token;
    this.policy = policy;
    this.trucks = List.copyOf(trucks);
    this.assigned = assigned;
  }

  void begin(String orderId, String vehicleType) {
    trucks.forEach(truck -> truck.setBusy(true));
    var wanted =
        Map.of(
            "vehicleType",
            vehicleType,
            "vehicleIds",
            trucks.stream().map(FleetTruck::vehicleId).toList());
    send(RestCall.post("/api/v1/orders/" + orderId + "/holds", wanted))
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            world.measured().add(Count.HOLDS);
            world.measured().add(Timing.POST_HOLD, reply.nanos());
            holding(reply.json().path("holdId").asString(""));
          } else {
            free();
            if (lost == null && TOO_LATE.contains(reply.problemCode())) {
              world.measured().add(Count.HOLDS_TOO_LATE);
            } else {
              world.failed(Count.HOLD_FAILURES, "reserving", reply);
            }
          }
        });
  }

  private void holding(String holdId) {
    switch (policy.intent()) {
      case CONFIRM -> world.client().runAfter(policy.naming(), () -> confirm(holdId));
      case GIVE_BACK -> world.client().runAfter(policy.naming(), () -> giveBack(holdId));
      case FORGET -> {
        world.measured().add(Count.HOLDS_EXPIRED);
        world.client().runAfter(SURELY_OVER, this::free);
      }
    }
  }

  private void confirm(String holdId) {
    var drivers =
        trucks.stream().collect(Collectors.toMap(FleetTruck::vehicleId, FleetTruck::driverId));
    send(RestCall.post("/api/v1/holds/" + holdId + "/confirm", Map.of("drivers", drivers)))
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            world.measured().add(Count.HOLDS_CONFIRMED);
            world.measured().add(Timing.POST_CONFIRM, reply.nanos());
            confirmed(reply);
          } else {
            free();
            if (lost == null && reply.problemCode().equals("HOLD_EXPIRED")) {
              world.measured().add(Count.HOLDS_EXPIRED);
            } else {
              world.failed(Count.HOLD_FAILURES, "confirming", reply);
            }
          }
        });
  }

  private void confirmed(RestReply reply) {
    for (var assignment : reply.json().path("assignments")) {
      var vehicleId = assignment.path("vehicleId").asString("");
      trucks.stream()
          .filter(truck -> truck.vehicleId().equals(vehicleId))
          .forEach(truck -> assigned.accept(truck, assignment.path("assignmentId").asString("")));
    }
  }

  private void giveBack(String holdId) {
    send(RestCall.delete("/api/v1/holds/" + holdId))
        .whenComplete((reply, lost) -> {
          free();
          if (lost == null && reply.isSuccess()) {
            world.measured().add(Count.HOLDS_GIVEN_BACK);
          } else {
            world.failed(Count.HOLD_FAILURES, "giving back", reply);
          }
        });
  }

  private void free() {
    trucks.forEach(truck -> truck.setBusy(false));
  }

  private CompletableFuture<RestReply> send(RestCall call) {
    return PatientCalls.send(
        world.client(), world.client().order(), call.by(token).once(UUID.randomUUID().toString()));
  }
}
