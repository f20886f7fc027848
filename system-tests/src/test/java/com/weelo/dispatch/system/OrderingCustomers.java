package com.weelo.dispatch.system;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.client.RestCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Customers who order 1 to 20 trucks of 1 to 4 types each; some change their minds. */
final class OrderingCustomers {

  private static final int MOST_TRUCKS = 20;
  private static final int MOST_TYPES = 4;
  private static final int LATEST_CANCEL_MILLIS = 11_000;
  private static final List<String> POLICIES = List.of("all_or_nothing", "at_least", "best_effort");

  private final OrderRace race;

  /** Apart from the race's, so that the same orders are made whatever happens in between. */
  private final Random random;

  OrderingCustomers(OrderRace race, long seed) {
    this.race = race;
    this.random = new Random(seed);
  }

  /** Another customer orders. */
  void order() {
    var customer = race.city().newId("customer");
    var token = race.suite().tokens().customer(customer);
    var call = RestCall.post("/api/v1/orders", draft()).by(token).once("the trucks");
    send(call, customer, token);
    if (race.happens(10)) {
      send(call, customer, token); // an impatient thumb
    }
  }

  private void send(RestCall call, String customer, String token) {
    race.calls()
        .send(
            call,
            Set.of("201"),
            reply -> {
              var order = reply.json().path("orderId").asString();
              var other = race.told().orders().put(customer, order);
              if (other == null) {
                mayCancel(order, token);
              } else if (!other.equals(order)) {
                throw new IllegalStateException(customer + " has two orders of one key");
              }
            });
  }

  private void mayCancel(String order, String token) {
    if (race.happens(8)) {
      cancelLater(order, token);
    }
    if (race.happens(5)) {
      cancelLater(order, race.suite().tokens().ops("ops"));
    }
  }

  private void cancelLater(String order, String token) {
    var call =
        RestCall.post("/api/v1/orders/" + order + "/cancel", Map.of("reason", "rain")).by(token);
    race.calls()
        .later(
            race.within(0, LATEST_CANCEL_MILLIS),
            () ->
                race.calls()
                    .send(
                        call,
                        Set.of("200", "409 TOO_LATE_TO_CANCEL"),
                        reply -> {
                          if (reply.isSuccess()) {
                            race.told().cancelled().add(order);
                          }
                        }));
  }

  private Map<String, Object> draft() {
    var trucks = 1 + random.nextInt(MOST_TRUCKS);
    var types = new ArrayList<>(SharedFleets.TYPES);
    Collections.shuffle(types, random);
    var kinds = Math.min(trucks, 1 + random.nextInt(MOST_TYPES));
    var wanted = new ArrayList<Map<String, Object>>();
    for (var n = 0; n < kinds; n++) {
      var share = trucks / kinds + (n < trucks % kinds ? 1 : 0);
      wanted.add(
          Map.of(
              "vehicleType", types.get(n),
              "quantity", share,
              "pricePerTruck", Map.of("amountMinor", 500_000, "currency", "INR")));
    }
    var policy = POLICIES.get(random.nextInt(POLICIES.size()));
    var draft =
        new HashMap<String, Object>(
            Map.of(
                "pickup",
                place(race.city().market()),
                "dropoff",
                place(race.city().station()),
                "vehicleRequirements",
                wanted,
                "fillPolicy",
                policy));
    if (policy.equals("at_least")) {
      draft.put("minimumTrucks", 1 + random.nextInt(trucks));
    }
    return draft;
  }

  private static Map<String, Object> place(GeoPoint point) {
    return Map.of("latitude", point.latitude(), "longitude", point.longitude());
  }
}
