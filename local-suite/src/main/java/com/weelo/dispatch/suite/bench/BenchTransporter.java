package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.suite.client.DispatchSocket;
import com.weelo.dispatch.suite.client.Frame;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.client.SocketListener;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A transporter whose fleet stands at a spot, free, with a driver for each vehicle; it hands on
 * what its socket tells.
 */
final class BenchTransporter implements SocketListener, AutoCloseable {

  private final String id;
  private final String token;
  private final BenchWorld world;
  private final BiConsumer<BenchTransporter, Frame> onFrame;
  private final DispatchSocket socket;

  /** Those that it has not used yet. Only touched on the client's thread. */
  private final Deque<Truck> trucks = new ArrayDeque<>();

  /** A vehicle with its driver. */
  record Truck(String vehicleId, String driverId) {}

  BenchTransporter(BenchWorld world, BiConsumer<BenchTransporter, Frame> onFrame) {
    this.world = world;
    this.onFrame = onFrame;
    this.id = world.newUser("transporter");
    this.token = world.tokens().transporter(id);
    this.socket = world.client().socket(token, this);
  }

  /** Done when it is connected, has its fleet, and one driver of each type is on the map. */
  CompletableFuture<Void> standAt(Spot spot, Collection<String> types, int vehiclesOfEach) {
    return socket
        .welcomed()
        .thenCompose(greeted -> importFleet(types, vehiclesOfEach))
        .thenCompose(imported ->
            CompletableFuture.allOf(
                types.stream()
                    .map(type -> drive(spot, type))
                    .toArray(CompletableFuture<?>[]::new)));
  }

  private CompletableFuture<Void> importFleet(Collection<String> types, int vehiclesOfEach) {
    var rows = new ArrayList<String>();
    rows.add("registration,vehicleType,driverId,driverName,driverPhone");
    for (var type : types) {
      for (var n = 0; n < vehiclesOfEach; n++) {
        var driver = world.newUser("driver");
        rows.add("KA%d,%s,%s,Asha,+919845012345".formatted(world.nextNumber(), type, driver));
      }
    }
    return order(RestCall.csv("/api/v1/fleet/import", String.join("\n", rows)))
        .thenAccept(reply -> {
          requireSuccess(reply);
          reply
              .json()
              .path("results")
              .valueStream()
              .map(row ->
                  new Truck(row.path("vehicleId").asString(), row.path("driverId").asString()))
              .forEach(trucks::add);
        });
  }

  private CompletableFuture<Void> drive(Spot spot, String type) {
    var driver = world.newUser("driver");
    var drivers = world.tokens().driverOf(id, driver);
    return location(
            RestCall.put(
                "/api/v1/tracking/availability",
                Map.of("driverId", driver, "available", true, "vehicleType", type)),
            drivers)
        .thenCompose(available ->
            location(
                RestCall.post(
                    "/api/v1/tracking/location",
                    Map.of(
                        "driverId",
                        driver,
                        "latitude",
                        spot.latitude(),
                        "longitude",
                        spot.longitude())),
                drivers));
  }

  private CompletableFuture<Void> location(RestCall call, String token) {
    return world
        .client()
        .location()
        .send(call.by(token))
        .thenAccept(BenchTransporter::requireSuccess);
  }

  private CompletableFuture<RestReply> order(RestCall call) {
    return world.client().order().send(call.by(token));
  }

  private static void requireSuccess(RestReply reply) {
    if (!reply.isSuccess()) {
      throw new IllegalStateException(
          "a transporter was answered %d %s".formatted(reply.status(), reply.problemCode()));
    }
  }

  /** A truck that is used from now on. */
  @Nullable Truck takeTruck() {
    return trucks.pollFirst();
  }

  void giveBack(Truck truck) {
    trucks.addLast(truck);
  }

  CompletableFuture<RestReply> hold(String orderId, String type, Truck truck) {
    return order(
        RestCall.post(
            "/api/v1/orders/" + orderId + "/holds",
            Map.of("vehicleType", type, "vehicleIds", List.of(truck.vehicleId()))));
  }

  CompletableFuture<RestReply> confirm(String holdId, Truck truck) {
    return order(
        RestCall.post(
            "/api/v1/holds/" + holdId + "/confirm",
            Map.of("drivers", Map.of(truck.vehicleId(), truck.driverId()))));
  }

  CompletableFuture<RestReply> callOff(String assignmentId) {
    return order(
        RestCall.post(
            "/api/v1/assignments/" + assignmentId + "/status", Map.of("status", "cancelled")));
  }

  @Override
  public void onFrame(Frame frame) {
    onFrame.accept(this, frame);
  }

  @Override
  public void close() {
    socket.close();
  }
}
