package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.suite.Suite;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.RestCall;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What benchmarks work with: a running suite, and somebody to act as. */
public record BenchWorld(
    Suite suite, DispatchClient client, DevelopmentTokens tokens, AtomicLong numbers) {

  SuitePorts ports() {
    return suite.settings().ports();
  }

  /** A user whom nobody has met before. */
  String newUser(String kind) {
    return "bench-%s-%d-%d"
        .formatted(kind, ProcessHandle.current().pid(), numbers.incrementAndGet());
  }

  /** A number that nobody else gets. */
  long nextNumber() {
    return ProcessHandle.current().pid() * 1_000_000 + numbers.incrementAndGet();
  }

  Connection database(String name) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(SuitePorts.HOST, ports().postgres(), name),
        "postgres",
        "postgres");
  }

  /** A booking of a small truck around a spot, not yet sent. */
  static RestCall booking(String token, Spot spot, String address) {
    return RestCall.post(
            "/api/v1/bookings",
            Map.of(
                "vehicleType",
                Spot.VEHICLE_TYPE,
                "pickup",
                Map.of(
                    "latitude", spot.latitude(), "longitude", spot.longitude(), "address", address),
                "dropoff",
                Map.of("latitude", spot.latitude() + 0.05, "longitude", spot.longitude() + 0.05),
                "price",
                Map.of("amountMinor", 50_000, "currency", "INR")))
        .by(token);
  }

  /** An order of so many trucks of each type, not yet sent. */
  static RestCall order(String token, Spot spot, Map<String, Integer> trucks) {
    var wanted =
        trucks.entrySet().stream()
            .map(line ->
                Map.of(
                    "vehicleType",
                    line.getKey(),
                    "quantity",
                    line.getValue(),
                    "pricePerTruck",
                    Map.of("amountMinor", 900_000, "currency", "INR")))
            .toList();
    return RestCall.post(
            "/api/v1/orders",
            Map.of(
                "pickup",
                Map.of("latitude", spot.latitude(), "longitude", spot.longitude()),
                "dropoff",
                Map.of("latitude", spot.latitude() + 1, "longitude", spot.longitude() + 1),
                "vehicleRequirements",
                wanted,
                "fillPolicy",
                "best_effort"))
        .by(token);
  }

  static RestCall accept(String token, String bookingId) {
    return RestCall.post("/api/v1/bookings/" + bookingId + "/accept", Map.of()).by(token);
  }
}
