package com.weelo.dispatch.system;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An owner-driver with the app open. */
final class Captain {

  private final RunningSuite suite;
  private final String id;
  private final String token;
  private @Nullable AppSocket app;

  Captain(RunningSuite suite, String id) {
    this.suite = suite;
    this.id = id;
    this.token = suite.tokens().ownerDriver(id);
  }

  String id() {
    return id;
  }

  String token() {
    return token;
  }

  /** Opens the app, and waits there for a job. */
  Captain comesOnlineAt(GeoPoint place) {
    app = AppSocket.open(suite.http(), suite.url(SuiteService.BROADCAST), token);
    app().awaitWelcome();
    startsShiftAt(place);
    return this;
  }

  /** Is free there, with a phone that pushes can reach. */
  void startsShiftAt(GeoPoint place) {
    var device = RestCall.put("/api/v1/devices/" + device(), Map.of("platform", "android"));
    Answer.to(suite.client().notification().send(device.by(token)), 204);
    var free = Map.of("driverId", id, "available", true, "vehicleType", City.VEHICLE_TYPE);
    Answer.to(
        suite
            .client()
            .location()
            .send(RestCall.put("/api/v1/tracking/availability", free).by(token)),
        204);
    Answer.to(isAt(place), 202);
  }

  /** Tells where it is. */
  CompletableFuture<RestReply> isAt(GeoPoint place) {
    return suite.client().location().send(beingAt(place));
  }

  RestCall beingAt(GeoPoint place) {
    var position =
        Map.of(
            "driverId",
            id,
            "latitude",
            place.latitude(),
            "longitude",
            place.longitude(),
            "vehicleType",
            City.VEHICLE_TYPE);
    return RestCall.post("/api/v1/tracking/location", position).by(token);
  }

  CompletableFuture<RestReply> accepts(String bookingId) {
    return suite.client().booking().send(accepting(bookingId));
  }

  RestCall accepting(String bookingId) {
    return RestCall.post("/api/v1/bookings/" + bookingId + "/accept", Map.of()).by(token);
  }

  AppSocket app() {
    return Objects.requireNonNull(app, "the app is not open");
  }

  /** Opens the app again after its connection was lost. */
  AppSocket reopensApp(AppSocket.Position readSoFar) {
    app = AppSocket.resume(suite.http(), suite.url(SuiteService.BROADCAST), token, readSoFar);
    return app;
  }

  /** The data of all pushes of this type about the booking that came to its phone. */
  List<JsonNode> pushes(String type, String bookingId) {
    var messages =
        Answer.to(suite.client().fcmControl().send(RestCall.get("/messages?token=" + device())));
    return messages
        .json()
        .path("messages")
        .valueStream()
        .map(received -> received.path("message").path("data"))
        .filter(data -> data.path("type").asString("").equals(type))
        .filter(data -> data.path("bookingId").asString("").equals(bookingId))
        .toList();
  }

  String device() {
    return "device-of-" + id;
  }
}
