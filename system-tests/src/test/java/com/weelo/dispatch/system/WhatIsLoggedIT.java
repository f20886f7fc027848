package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.stores.EmbeddedStore;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestClient;
import com.weelo.dispatch.suite.client.RestReply;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Nothing that services and stores write down tells of a person, or gives away a secret: neither of
 * a good day nor of a bad one. The last of all tests by its name, it reads what came of the others,
 * too.
 */
@SystemTest
class WhatIsLoggedIT {

  private final RunningSuite suite;
  private final City city;
  private final PrivateLife person;
  private final Captain captain;

  WhatIsLoggedIT(RunningSuite suite) {
    this.suite = suite;
    this.city = suite.city();
    this.person = new PrivateLife(city);
    this.captain = city.withCaptains(1).around(city.market()).getFirst();
  }

  @Test
  void nobodyIsToldOfAndNoSecretIsGivenAway() throws Exception {
    isToldOfABookingByAllWays();
    drivesForAFleet();
    sendsWhatIsNotUnderstood();
    isSpokenOfInEventsThatAreNone();
    livesOnWhileStoresAreAway();

    assertThat(logged())
        .contains("poisoned-" + person.customer().id()) // it reads the logs that trouble is told in
        .contains("The database did not answer");
    assertThat(new LogScan(person.traits()).findings(suite.logs())).isEmpty();
  }

  private void isToldOfABookingByAllWays() {
    var told = Map.of("push", true, "sms", true, "email", true);
    notification(
        RestCall.put(
            "/api/v1/preferences",
            Map.of(
                "name", PrivateLife.NAME,
                "phone", PrivateLife.PHONE,
                "email", PrivateLife.EMAIL,
                "categories", Map.of("booking", told))),
        200);
    notification(
        RestCall.put("/api/v1/devices/" + PrivateLife.DEVICE, Map.of("platform", "android")), 204);
    fault("/faults", Map.of("token", PrivateLife.DEVICE, "errorCode", "SENDER_ID_MISMATCH"));
    fault("/sms/faults", Map.of("to", PrivateLife.PHONE, "status", 500));

    var booking = Answer.to(booking("at home"), 201).json().path("bookingId").asString();
    captain.app().await("new_broadcast", booking);
    Answer.to(captain.accepts(booking), 200);

    awaitMessage("/emails?to=" + PrivateLife.EMAIL);
    awaitMessage("/sms?to=" + PrivateLife.PHONE.replace("+", "%2B"));
  }

  private void notification(RestCall call, int status) {
    Answer.to(suite.client().notification().send(call.by(person.customer().token())), status);
  }

  private void fault(String path, Map<String, Object> fault) {
    var once = new HashMap<>(fault);
    once.put("times", 1);
    Answer.to(suite.client().fcmControl().send(RestCall.put(path, once)), 200);
  }

  private void awaitMessage(String path) {
    await(path)
        .atMost(SystemTest.PATIENCE)
        .until(() ->
            !Answer.to(suite.client().fcmControl().send(RestCall.get(path)), 200)
                .json()
                .path("messages")
                .isEmpty());
  }

  private CompletableFuture<RestReply> booking(String key) {
    var call = RestCall.post("/api/v1/bookings", person.booking());
    return suite.client().booking().send(call.by(person.customer().token()).once(key));
  }

  private void drivesForAFleet() {
    var driver = driver(PrivateLife.NAME);
    Answer.to(fleet(RestCall.post("/api/v1/drivers", driver)), 201);
    Answer.to(fleet(RestCall.post("/api/v1/drivers", driver)), 409);
    // PostgreSQL's text has no such character.
    Answer.to(fleet(RestCall.post("/api/v1/drivers", driver(PrivateLife.NAME + '\0'))), 400);
    var table =
        "registration,vehicleType,driverName,driverPhone\nKA01,SLEDGE,%s,%s\n"
            .formatted(PrivateLife.NAME, "no number but " + PrivateLife.PHONE);
    assertThat(Answer.to(fleet(RestCall.csv("/api/v1/fleet/import", table))).status())
        .isLessThan(500);
  }

  private Map<String, String> driver(String name) {
    return Map.of("driverId", captain.id(), "name", name, "phone", PrivateLife.PHONE);
  }

  private CompletableFuture<RestReply> fleet(RestCall call) {
    return suite.client().order().send(call.by(suite.tokens().transporter(captain.id())));
  }

  private void sendsWhatIsNotUnderstood() throws IOException {
    var clients = suite.client();
    for (var client : List.of(clients.booking(), clients.order(), clients.notification())) {
      for (var path : List.of("/bookings", "/orders", "/drivers", "/preferences")) {
        for (var body : nonsense()) {
          Answer.to(sends(client, "/api/v1" + path, body));
        }
      }
    }
    var token = person.customer().token();
    for (var service : SuiteService.values()) {
      // What a URL may not contain, and what its parameters may not.
      for (var target :
          List.of(
              "/api/v1/devices/" + PrivateLife.DEVICE + "{",
              "/api/v1/search?" + person.query() + "&address=%ZZ" + "Quince",
              "/api/v1/search?" + person.query() + "|",
              "/ws?access_token=" + token + "{}",
              "/ws?access_token=" + token)) {
        rawly(
            service, "GET " + target + " HTTP/1.1\r\nHost: x\r\nCookie: a=\"" + token + "\r\n\r\n");
      }
      rawly(service, "Bearer " + token + "\r\n\r\n");
    }
    var app = person.customer().opensApp();
    app.send("{\"type\": \"subscribe\", \"room\": \"booking:" + PrivateLife.NAME + "\"}");
    assertThat(app.awaitError()).isNotBlank();
    app.send("{\"address\": " + PrivateLife.ADDRESS);
    assertThat(app.awaitCloseCode()).isEqualTo(4400);
    var other = person.customer().opensApp();
    other.send("{\"type\": \"refresh\", \"token\": \"" + token + "x\"}");
    other.close();
  }

  private static List<String> nonsense() {
    return List.of(
        "{\"pickup\": \"" + PrivateLife.ADDRESS + "\", \"vehicleType\": 1}",
        "{\"pickup\": {\"latitude\": \"" + PrivateLife.PHONE + "\"}, \"email\": {}}",
        "{\"name\": \"" + PrivateLife.NAME + "\", \"phone\": [\"" + PrivateLife.PHONE + "\"]}",
        "{\"phone\": " + PrivateLife.PHONE + "}",
        "{\"goods\": " + PrivateLife.GOODS,
        PrivateLife.NAME);
  }

  private CompletableFuture<RestReply> sends(RestClient client, String path, String body) {
    var method = path.endsWith("preferences") ? "PUT" : "POST";
    var call = new RestCall(method, path, Map.of(), body.getBytes(UTF_8));
    return client.send(call.by(person.customer().token()));
  }

  /** As no client would, and waits for what is said to it. */
  private void rawly(SuiteService service, String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", service.port(suite.ports()))) {
      socket.setSoTimeout((int) SystemTest.PATIENCE.toMillis());
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (SocketException hungUp) {
      // As it may, on somebody who talks like that.
      return;
    }
  }

  private void isSpokenOfInEventsThatAreNone() {
    var event =
        """
        {"eventId": "01a20031-54a7-713d-80e8-bb5e24986111", "eventType": "booking.created",
         "eventVersion": "1.0", "timestamp": "2026-05-04T12:00:00Z",
         "data": {"bookingId": "b", "customerId": "c", "vehicleType": "TRUCK_14FT",
                  "pickup": {"latitude": "%s", "longitude": 1, "address": "%s"}, "goods": "%s"},
         "metadata": {"producedBy": "x", "environment": "x", "correlationId": "x"}}
        """
            .formatted(PrivateLife.PHONE, PrivateLife.ADDRESS, PrivateLife.GOODS);
    var topic = "booking.created";
    var key = "poisoned-" + person.customer().id();
    try (var topics = suite.probe(Topics.dlt(topic))) {
      topics.send(topic, key, event.getBytes(UTF_8), Map.of());
      suite.expectDead(PoisonIT.READERS_OF_BOOKINGS.size());
      topics.awaitKey(Topics.dlt(topic), key);
    }
  }

  private void livesOnWhileStoresAreAway() {
    var stores = suite.stores();
    for (var store : List.of(stores.kafkaStore(), stores.redisStore(), stores.postgresStore())) {
      store.kill();
      callsAgainAndAgain(store);
      store.start();
      awaitEverybodyBack();
    }
  }

  private void callsAgainAndAgain(EmbeddedStore away) {
    for (var i = 0; i < 3; i++) {
      Answer.to(booking("while %s is away %d".formatted(away.hashCode(), i)));
      Answer.to(fleet(RestCall.post("/api/v1/drivers", driver("Lady " + PrivateLife.NAME))));
      Answer.to(
          suite
              .client()
              .location()
              .send(RestCall.post("/api/v1/tracking/location", person.home()).by(captain.token())));
    }
  }

  private void awaitEverybodyBack() {
    await("positions and bookings are taken")
        .atMost(SystemTest.PATIENCE)
        .ignoreExceptions()
        .until(() ->
            Answer.to(captain.isAt(city.market())).status() == 202
                && Answer.to(city.customer().asks("now")).status() == 201
                && Answer.to(fleet(RestCall.get("/api/v1/drivers"))).isSuccess());
  }

  /** All of it, one after the other. */
  private String logged() throws IOException {
    var texts = new ArrayList<String>();
    for (var folder : suite.logs()) {
      for (var file : LogScan.logs(folder)) {
        texts.add(Files.readString(file, ISO_8859_1));
      }
    }
    return String.join("\n", texts);
  }
}
