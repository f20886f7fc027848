package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One reservation of a transporter's. Most are confirmed at once, some at the very moment at which
 * they run out of time; others are given back, or forgotten.
 */
final class Hold {

  private static final Duration FORGOTTEN_AFTER = Duration.ofMillis(2_500);
  private static final int ATTEMPTS = 3;
  private static final Set<String> RESERVED_OR_NOT =
      Set.of(
          "201",
          "409 NOT_ENOUGH_OPEN_REQUESTS",
          "409 VEHICLE_BUSY",
          "409 ORDER_EXPIRED",
          "409 ORDER_CANCELLED");

  private final OrderRace race;
  private final Haulier haulier;
  private final String order;
  private final String type;
  private final List<String> vehicles;
  private String id = "";
  private int attempts;

  Hold(OrderRace race, Haulier haulier, String order, String type, List<String> vehicles) {
    this.race = race;
    this.haulier = haulier;
    this.order = order;
    this.type = type;
    this.vehicles = List.copyOf(vehicles);
  }

  void reserve() {
    haulier.engages(vehicles);
    var call =
        RestCall.post(
                "/api/v1/orders/" + order + "/holds",
                Map.of("vehicleType", type, "vehicleIds", vehicles))
            .by(haulier.fleet().token())
            .once(race.city().newId("hold"));
    race.calls()
        .send(
            call,
            RESERVED_OR_NOT,
            reply -> {
              if (reply.isSuccess()) {
                id = reply.json().path("holdId").asString();
                race.told().holds().put(id, new Told.Hold(order, haulier.fleet().id(), vehicles));
                decide();
              } else {
                haulier.frees(vehicles);
                haulier.hearsAreBusy(named(reply, "vehicleIds"));
              }
            });
  }

  private static List<String> named(RestReply refusal, String field) {
    return refusal.json().path(field).valueStream().map(id -> id.asString()).toList();
  }

  private void decide() {
    var choice = race.random().nextInt(100);
    if (choice < 72) {
      race.calls().later(race.within(0, 300), this::confirm);
    } else if (choice < 84) {
      race.calls().later(race.within(1_900, 2_100), this::confirm);
    } else if (choice < 91) {
      race.calls().later(race.within(0, 500), this::giveBack);
    } else if (choice < 94) {
      confirm();
      giveBack();
    } else {
      race.calls().later(FORGOTTEN_AFTER, () -> haulier.frees(vehicles));
    }
  }

  private void confirm() {
    var drivers = haulier.drivers(vehicles.size());
    if (drivers.size() < vehicles.size() || attempts == ATTEMPTS) {
      giveBack();
      return;
    }
    haulier.engages(drivers);
    var chosen = new HashMap<String, String>();
    for (var n = 0; n < vehicles.size(); n++) {
      chosen.put(vehicles.get(n), drivers.get(n));
    }
    attempts++;
    var call =
        RestCall.post("/api/v1/holds/" + id + "/confirm", Map.of("drivers", chosen))
            .by(haulier.fleet().token())
            .once("confirm " + id + " " + attempts);
    race.calls()
        .send(
            call,
            Set.of("200", "409 HOLD_EXPIRED", "409 DRIVER_BUSY"),
            reply -> confirmed(reply, chosen));
  }

  private void confirmed(RestReply reply, Map<String, String> chosen) {
    if (reply.isSuccess()) {
      begin(reply, chosen);
      return;
    }
    haulier.frees(chosen.values());
    if (reply.problemCode().equals("DRIVER_BUSY")) {
      haulier.hearsAreBusy(named(reply, "driverIds"));
      confirm();
    } else {
      haulier.frees(vehicles);
    }
  }

  private void begin(RestReply reply, Map<String, String> chosen) {
    var told = new HashMap<String, String>();
    for (var one : reply.json().path("assignments")) {
      var assignment = one.path("assignmentId").asString();
      var vehicle = one.path("vehicleId").asString();
      var driver = one.path("driverId").asString();
      told.put(vehicle, driver);
      race.told()
          .assignments()
          .put(
              assignment,
              new Told.Assignment(one.path("truckRequestId").asString(), vehicle, driver));
      new Trip(race, haulier, assignment, vehicle, driver).begin();
    }
    if (!told.equals(chosen)) {
      throw new IllegalStateException("%s was confirmed as %s".formatted(chosen, told));
    }
  }

  private void giveBack() {
    var call =
        new RestCall("DELETE", "/api/v1/holds/" + id, Map.of(), new byte[0])
            .by(haulier.fleet().token());
    race.calls()
        .send(
            call,
            Set.of("204", "409 HOLD_CONFIRMED"),
            reply -> {
              if (reply.isSuccess()) {
                haulier.frees(vehicles);
              }
            });
  }
}
