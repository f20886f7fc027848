package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Makes a transporter's trucks and drivers known: by a file, or one after another. */
final class FleetRegistration {

  private static final String COLUMNS = "registration,vehicleType,driverId,driverName,driverPhone";

  private final World world;
  private final String token;
  private final List<FleetTruck> trucks;

  FleetRegistration(World world, String token, List<FleetTruck> trucks) {
    this.world = world;
    this.token = token;
    this.trucks = trucks;
  }

  CompletableFuture<Void> byFile() {
    var rows = trucks.stream().map(FleetRegistration::row).collect(Collectors.joining("\n"));
    var call = RestCall.csv("/api/v1/fleet/import", COLUMNS + "\n" + rows + "\n");
    return send(call, "fleet")
        .thenAccept(reply -> {
          if (reply.isSuccess()) {
            var results = reply.json().path("results");
            for (var n = 0; n < trucks.size(); n++) {
              registered(
                  trucks.get(n),
                  results.path(n).path("vehicleId").asString(""),
                  results.path(n).path("vehicleType").asString(""));
            }
          }
        });
  }

  CompletableFuture<Void> oneByOne() {
    return CompletableFuture.allOf(
        trucks.stream().map(this::register).toArray(CompletableFuture<?>[]::new));
  }

  private CompletableFuture<RestReply> register(FleetTruck truck) {
    var vehicle =
        RestCall.post(
            "/api/v1/vehicles",
            Map.of("registration", truck.plate(), "vehicleType", truck.spelling()));
    var driver =
        RestCall.post(
            "/api/v1/drivers",
            Map.of("driverId", truck.driverId(), "name", name(truck), "phone", phone(truck)));
    return send(driver, truck.driverId())
        .thenCompose(hired -> send(vehicle, truck.plate()))
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            registered(
                truck,
                reply.json().path("vehicleId").asString(""),
                reply.json().path("vehicleType").asString(""));
          }
        });
  }

  private CompletableFuture<RestReply> send(RestCall call, String what) {
    return PatientCalls.send(world.client(), world.client().order(), call.by(token).once(what))
        .whenComplete((reply, lost) -> {
          if (lost != null || !reply.isSuccess()) {
            world.failed(Count.FLEET_FAILURES, what, reply);
          }
        });
  }

  private void registered(FleetTruck truck, String vehicleId, String vehicleType) {
    if (vehicleId.isEmpty()) {
      world.failed(Count.FLEET_FAILURES, truck.plate() + ", " + truck.spelling(), null);
      return;
    }
    truck.registered(vehicleId, vehicleType);
    world.spellings().learn(truck.spelling(), vehicleType);
    world.measured().add(Count.TRUCKS);
  }

  private static String row(FleetTruck truck) {
    return String.join(
        ",", truck.plate(), truck.spelling(), truck.driverId(), name(truck), phone(truck));
  }

  private static String name(FleetTruck truck) {
    return "Driver of " + truck.plate();
  }

  /** Nobody's. */
  private static String phone(FleetTruck truck) {
    return "+9100%08d".formatted(Math.floorMod(truck.plate().hashCode(), 100_000_000));
  }
}
