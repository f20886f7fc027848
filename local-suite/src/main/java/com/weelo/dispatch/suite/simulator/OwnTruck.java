package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The truck of an owner-driver, who is a transporter with one truck and drives it. */
final class OwnTruck {

  /** The news that the booking is won may be slow to come where trucks are assigned. */
  private static final int MOST_TRIES = 10;

  private final World world;
  private final String ownerId;
  private final String token;
  private final CompletableFuture<RestReply> registered;

  /** Registers it. */
  OwnTruck(World world, String ownerId, String token, String vehicleType) {
    this.world = world;
    this.ownerId = ownerId;
    this.token = token;
    var truck = Map.of("registration", ownerId, "vehicleType", vehicleType);
    this.registered =
        send(RestCall.post("/api/v1/vehicles", truck).once("the truck of " + ownerId))
            .whenComplete((reply, lost) -> {
              if (lost != null || !reply.isSuccess()) {
                world.failed(Count.FLEET_FAILURES, ownerId, reply);
              }
            });
  }

  /**
   * Takes it out on a job that is won.
   *
   * @param over called when it is free again
   */
  void setOut(String bookingId, Duration length, Runnable over) {
    var journey = new Journey(world, token, length, over);
    registered.whenComplete((reply, lost) -> {
      if (lost == null && reply.isSuccess()) {
        assign(bookingId, reply.json().path("vehicleId").asString(""), journey, 1);
      } else {
        journey.callOff();
      }
    });
  }

  private void assign(String bookingId, String vehicleId, Journey journey, int attempt) {
    var job = Map.of("bookingId", bookingId, "vehicleId", vehicleId, "driverId", ownerId);
    send(RestCall.post("/api/v1/assignments", job).once("the job of " + bookingId))
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            journey.setOut(reply.json().path("assignmentId").asString(""));
          } else if (lost == null && reply.status() == 404 && attempt < MOST_TRIES) {
            assign(bookingId, vehicleId, journey, attempt + 1);
          } else {
            if (lost != null || !reply.problemCode().equals("BOOKING_CANCELLED")) {
              world.failed(Count.TRIP_FAILURES, "assigning " + bookingId, reply);
            }
            journey.callOff();
          }
        });
  }

  private CompletableFuture<RestReply> send(RestCall call) {
    return PatientCalls.send(world.client(), world.client().order(), call.by(token));
  }
}
