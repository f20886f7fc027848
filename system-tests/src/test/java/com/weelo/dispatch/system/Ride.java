package com.weelo.dispatch.system;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A booking that a captain wins and delivers, step by step. */
final class Ride {

  /** What the captain says on the way. */
  static final List<String> STEPS =
      List.of("en_route", "arrived", "loaded", "in_transit", "delivered");

  private final RunningSuite suite;
  private final Captain captain;
  private final Customer customer;

  Ride(RunningSuite suite, Captain captain, Customer customer) {
    this.suite = suite;
    this.captain = captain;
    this.customer = customer;
  }

  /** Answers the booking's id once it is completed. */
  String happens() {
    var booking = customer.books();
    captain.app().await("new_broadcast", booking);
    Answer.to(captain.accepts(booking), 200);
    var assignment = assign(booking);
    STEPS.forEach(
        step -> says("/assignments/" + assignment + "/status", Map.of("status", step), 200));
    await(booking + " is completed")
        .atMost(SystemTest.PATIENCE)
        .until(() -> customer.looksAt(booking).path("status").asString().equals("completed"));
    return booking;
  }

  /** The news that the booking is won may be slow to come where trucks are assigned. */
  private String assign(String booking) {
    var truck = Map.of("registration", captain.id(), "vehicleType", City.VEHICLE_TYPE);
    var vehicle = says("/vehicles", truck, 201).json().path("vehicleId").asString();
    var job = Map.of("bookingId", booking, "vehicleId", vehicle, "driverId", captain.id());
    return await("a truck for " + booking)
        .atMost(SystemTest.PATIENCE)
        .until(() -> Answer.to(send("/assignments", job)), RestReply::isSuccess)
        .json()
        .path("assignmentId")
        .asString();
  }

  private RestReply says(String path, Map<String, String> what, int status) {
    return Answer.to(send(path, what), status);
  }

  private CompletableFuture<RestReply> send(String path, Map<String, String> what) {
    return suite.client().order().send(RestCall.post("/api/v1" + path, what).by(captain.token()));
  }
}
