package com.weelo.dispatch.system;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestClient;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Good people, about whom others make bad calls. */
final class BadOrdersWorld {

  private final RunningSuite suite;
  private final City city;
  private final RestClient orders;

  BadOrdersWorld(RunningSuite suite, City city) {
    this.suite = suite;
    this.city = city;
    this.orders = suite.client().at(suite.ports().order(), 4);
  }

  /**
   * A transporter with trucks of the city's type, a driver for each, and one vehicle of another
   * type.
   */
  record Transporter(
      String id, String token, List<String> vehicles, List<String> drivers, String other) {

    List<String> trucks(int count) {
      return vehicles.subList(0, count);
    }
  }

  Transporter transporter(int trucks, String otherType) {
    var id = city.newId("transporter");
    var token = suite.tokens().transporter(id);
    return new Transporter(
        id,
        token,
        IntStream.range(0, trucks).mapToObj(n -> vehicle(token, City.VEHICLE_TYPE)).toList(),
        IntStream.range(0, trucks).mapToObj(n -> driver(token)).toList(),
        vehicle(token, otherType));
  }

  private String vehicle(String token, String type) {
    var vehicle = Map.of("registration", city.newId("KA"), "vehicleType", type);
    return post(token, "/vehicles", vehicle, 201).path("vehicleId").asString();
  }

  private String driver(String token) {
    return post(token, "/drivers", Map.of("name", "Asha", "phone", "9845012345"), 201)
        .path("driverId")
        .asString();
  }

  /** Has a driver who waits at the market. */
  void isOnTheMap(Transporter transporter) {
    var scout = city.newId("scout");
    var token = suite.tokens().issue(Role.DRIVER, scout, transporter.id());
    var market = city.market();
    var type = City.VEHICLE_TYPE;
    var free = Map.of("driverId", scout, "available", true, "vehicleType", type);
    var place =
        Map.of(
            "driverId",
            scout,
            "latitude",
            market.latitude(),
            "longitude",
            market.longitude(),
            "vehicleType",
            type);
    var location = suite.client().location();
    Answer.to(location.send(RestCall.put("/api/v1/tracking/availability", free).by(token)), 204);
    Answer.to(location.send(RestCall.post("/api/v1/tracking/location", place).by(token)), 202);
  }

  void awaitOffer(Transporter transporter, String order) {
    await("the offer")
        .atMost(SystemTest.PATIENCE)
        .until(() ->
            get(transporter.token(), "/truck-requests?status=open")
                .path("truckRequests")
                .valueStream()
                .anyMatch(request -> request.path("orderId").asString().equals(order)));
  }

  static Map<String, Object> draft(City city, int trucks) {
    var pickup = city.market();
    var dropoff = city.station();
    return Map.of(
        "pickup", Map.of("latitude", pickup.latitude(), "longitude", pickup.longitude()),
        "dropoff", Map.of("latitude", dropoff.latitude(), "longitude", dropoff.longitude()),
        "fillPolicy", "best_effort",
        "vehicleRequirements",
            List.of(
                Map.of(
                    "vehicleType",
                    City.VEHICLE_TYPE,
                    "quantity",
                    trucks,
                    "pricePerTruck",
                    Map.of("amountMinor", 500_000, "currency", "INR"))));
  }

  JsonNode get(String token, String path) {
    return Answer.to(orders.send(RestCall.get("/api/v1" + path).by(token)), 200).json();
  }

  JsonNode post(String token, String path, Object body, int status) {
    return Answer.to(orders.send(RestCall.post("/api/v1" + path, body).by(token)), status).json();
  }

  RestClient orders() {
    return orders;
  }
}
