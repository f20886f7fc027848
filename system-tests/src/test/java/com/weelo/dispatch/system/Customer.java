package com.weelo.dispatch.system;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Somebody who has something to be moved from a city's market to its station. */
final class Customer {

  private final RunningSuite suite;
  private final City city;
  private final String id;
  private final String token;

  Customer(RunningSuite suite, City city, String id) {
    this.suite = suite;
    this.city = city;
    this.id = id;
    this.token = suite.tokens().customer(id);
  }

  String id() {
    return id;
  }

  String token() {
    return token;
  }

  AppSocket opensApp() {
    var app = AppSocket.open(suite.http(), suite.url(SuiteService.BROADCAST), token);
    app.awaitWelcome();
    return app;
  }

  /** Asks for a truck; the same key asks for the same truck. */
  CompletableFuture<RestReply> asks(String idempotencyKey) {
    return suite.client().booking().send(asking(idempotencyKey));
  }

  RestCall asking(String idempotencyKey) {
    return RestCall.post("/api/v1/bookings", request()).by(token).once(idempotencyKey);
  }

  /** Books a truck, and answers the booking's id. */
  String books() {
    return Answer.to(asks("the truck of " + id), 201).json().path("bookingId").asString();
  }

  void cancels(String bookingId) {
    var call = RestCall.post("/api/v1/bookings/" + bookingId + "/cancel", Map.of("reason", "rain"));
    Answer.to(suite.client().booking().send(call.by(token)), 200);
  }

  /** What the booking-service shows this customer, from {@code /api/v1/bookings/} on. */
  JsonNode looksAt(String path) {
    return Answer.to(
            suite.client().booking().send(RestCall.get("/api/v1/bookings/" + path).by(token)), 200)
        .json();
  }

  Map<String, Object> request() {
    return Map.of(
        "vehicleType", City.VEHICLE_TYPE,
        "pickup", place(city.market(), "the market"),
        "dropoff", place(city.station(), "the station"));
  }

  private static Map<String, Object> place(GeoPoint point, String address) {
    return Map.of("latitude", point.latitude(), "longitude", point.longitude(), "address", address);
  }
}
