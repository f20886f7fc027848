package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.events.GeoPoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** A transporter's trucks with their drivers. */
final class Fleet {

  private static final Duration BETWEEN_DRIVERS = Duration.ofMillis(125);

  private final World world;
  private final String transporterId;
  private final String token;
  private final List<FleetTruck> trucks;
  private final Map<FleetTruck, FleetDriver> drivers = new HashMap<>();

  Fleet(World world, String transporterId, String token, List<FleetTruck> trucks) {
    this.world = world;
    this.transporterId = transporterId;
    this.token = token;
    this.trucks = List.copyOf(trucks);
  }

  /** Makes them known; then the drivers come online. */
  CompletableFuture<Void> register(boolean byFile) {
    var registration = new FleetRegistration(world, token, trucks);
    return (byFile ? registration.byFile() : registration.oneByOne()).thenRun(this::comeOnline);
  }

  private void comeOnline() {
    for (var truck : trucks) {
      if (truck.isRegistered()) {
        var first = BETWEEN_DRIVERS.multipliedBy(drivers.size());
        drivers.put(truck, new FleetDriver(world, truck, transporterId, first));
      }
    }
  }

  List<FleetTruck> free(String vehicleType) {
    return trucks.stream().filter(truck -> truck.isFree(vehicleType)).toList();
  }

  /** The truck sets out once its order is known to be worth it, and is free again after. */
  void send(
      FleetTruck truck,
      String orderId,
      String assignmentId,
      GeoPoint destination,
      Duration length) {
    var journey = new Journey(world, token, length, () -> home(truck));
    world
        .orders()
        .whenFound(
            orderId,
            isWorthIt -> {
              if (isWorthIt) {
                driver(truck).setOut(destination, length);
                journey.setOut(assignmentId);
              } else {
                journey.callOff();
              }
            });
  }

  private void home(FleetTruck truck) {
    driver(truck).isBack();
    truck.setBusy(false);
  }

  private FleetDriver driver(FleetTruck truck) {
    return Objects.requireNonNull(drivers.get(truck));
  }
}
