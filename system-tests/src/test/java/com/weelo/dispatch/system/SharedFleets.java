package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.suite.client.RestCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Fleets that overlap: many a truck stands in several transporters' registries, and many a driver
 * drives for several.
 */
final class SharedFleets {

  /** From the type that most trucks have to the rarest, of which there are too few. */
  static final List<String> TYPES =
      List.of("TRUCK_14FT", "TRUCK_20FT", "PICKUP", "CONTAINER_20FT", "TIPPER", "TANKER");

  private static final List<Integer> TRUCKS = List.of(120, 90, 70, 50, 25, 6);
  private static final int DRIVERS = 400;
  private static final int MOST_OWNERS = 4;

  private final City city;
  private final Random random;
  private final List<Registry> registries;

  /** What a transporter's file says. */
  private record Registry(Map<String, String> typeByPlate, List<String> drivers) {}

  SharedFleets(City city, long seed) {
    this.city = city;
    this.random = new Random(seed);
    this.registries =
        IntStream.range(0, RaceSize.TRANSPORTERS)
            .mapToObj(n -> new Registry(new TreeMap<>(), new ArrayList<>()))
            .toList();
    for (var type = 0; type < TYPES.size(); type++) {
      for (var truck = 0; truck < TRUCKS.get(type); truck++) {
        addTruck(city.newId("KA"), TYPES.get(type));
      }
    }
    for (var n = 0; n < DRIVERS; n++) {
      var driver = city.newId("driver");
      some().forEach(registry -> registry.drivers().add(driver));
    }
  }

  private void addTruck(String plate, String type) {
    some().forEach(registry -> registry.typeByPlate().put(plate, type));
  }

  private List<Registry> some() {
    return random
        .ints(0, registries.size())
        .distinct()
        .limit(1 + random.nextInt(MOST_OWNERS))
        .mapToObj(registries::get)
        .toList();
  }

  /** Registers all of it. */
  List<Fleet> register(RunningSuite suite, OrderCalls calls) {
    var imports =
        registries.stream()
            .map(registry -> {
              var transporter = new Fleet(suite, city.newId("transporter"));
              var call =
                  new RestCall(
                          "POST",
                          "/api/v1/fleet/import",
                          Map.of("Content-Type", "text/csv"),
                          file(registry).getBytes(UTF_8))
                      .by(transporter.token())
                      .once("fleet");
              return calls
                  .send(call, Set.of("200"))
                  .thenApply(report -> transporter.with(report.json(), registry.drivers()));
            })
            .toList();
    return imports.stream().map(fleet -> fleet.join()).toList();
  }

  private static String file(Registry registry) {
    var file = new StringBuilder("registration,vehicleType,driverId,driverName,driverPhone\n");
    registry.typeByPlate().forEach((plate, type) -> file.append(plate + "," + type + ",,,\n"));
    registry.drivers().forEach(driver -> file.append(",," + driver + ",Asha,9845012345\n"));
    return file.toString();
  }

  /** A transporter, and what it has as order-service knows it. */
  record Fleet(String id, String token, Map<String, List<String>> vehicles, List<String> drivers) {

    Fleet(RunningSuite suite, String id) {
      this(id, suite.tokens().transporter(id), Map.of(), List.of());
    }

    private Fleet with(JsonNode report, List<String> registered) {
      var known = new TreeMap<String, List<String>>();
      for (var row : report.path("results")) {
        if (row.path("outcome").asString().equals("rejected")) {
          throw new IllegalStateException("a good row was rejected: " + row);
        }
        if (row.hasNonNull("vehicleId")) {
          known
              .computeIfAbsent(row.path("vehicleType").asString(), type -> new ArrayList<>())
              .add(row.path("vehicleId").asString());
        }
      }
      return new Fleet(id, token, known, List.copyOf(registered));
    }
  }
}
