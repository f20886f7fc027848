package com.weelo.dispatch.system;

import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.suite.client.RestCall;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A truck on its job. Most deliver; some break down on the way, and a few never set off. */
final class Trip {

  private static final List<String> STEPS =
      List.of("en_route", "arrived", "loaded", "in_transit", "delivered");

  private final OrderRace race;
  private final Haulier haulier;
  private final String assignment;
  private final String vehicle;
  private final String driver;
  private int next;

  Trip(OrderRace race, Haulier haulier, String assignment, String vehicle, String driver) {
    this.race = race;
    this.haulier = haulier;
    this.assignment = assignment;
    this.vehicle = vehicle;
    this.driver = driver;
  }

  void begin() {
    if (race.happens(98)) {
      race.trips().incrementAndGet();
      goOn();
    }
  }

  private void goOn() {
    race.calls().later(race.within(50, 400), () -> say(race.happens(4) ? "cancelled" : next()));
  }

  private String next() {
    return STEPS.get(next);
  }

  private void say(String step) {
    if (race.happens(5)) {
      race.calls()
          .send(call(step, driversToken(), "driver"), Set.of("200", "409 INVALID_TRANSITION"));
    }
    var token = race.happens(50) ? driversToken() : haulier.fleet().token();
    race.calls()
        .send(
            call(step, token, "trip"),
            Set.of("200", "409 INVALID_TRANSITION"),
            reply -> {
              if (reply.isSuccess()) {
                race.told().steps().put(assignment, step);
              }
              var status = reply.isSuccess() ? step : reply.json().path("currentStatus").asString();
              follow(status);
            });
  }

  /** It goes on from where it is, be it because of the other one's word. */
  private void follow(String status) {
    if (status.equals("cancelled") || status.equals("delivered")) {
      haulier.frees(List.of(vehicle, driver));
      race.trips().decrementAndGet();
    } else {
      next = STEPS.indexOf(status) + 1;
      goOn();
    }
  }

  private String driversToken() {
    return race.suite().tokens().issue(Role.DRIVER, driver, haulier.fleet().id());
  }

  private RestCall call(String step, String token, String who) {
    return RestCall.post("/api/v1/assignments/" + assignment + "/status", Map.of("status", step))
        .by(token)
        .once("%s says %s %s".formatted(who, assignment, step));
  }
}
