package com.weelo.dispatch.system;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Puts every transporter on the map: for each type of vehicle that it has, a free driver waits
 * somewhere around the market, the farthest of them three waves away.
 */
final class Scouts {

  private static final int FARTHEST_METERS = 7_000;

  private final RunningSuite suite;
  private final City city;
  private final Random random;

  Scouts(RunningSuite suite, City city, long seed) {
    this.suite = suite;
    this.city = city;
    this.random = new Random(seed);
  }

  void sendOut(List<SharedFleets.Fleet> fleets) {
    for (var type : SharedFleets.TYPES) {
      var calls = new ArrayList<CompletableFuture<RestReply>>();
      var owners = fleets.stream().filter(fleet -> fleet.vehicles().containsKey(type)).toList();
      owners.forEach(fleet -> calls.addAll(post(fleet, type)));
      calls.forEach(Answer::to);
      await("whoever has a " + type + " is on the map")
          .atMost(SystemTest.PATIENCE)
          .until(() -> found(type) == owners.size());
    }
  }

  private List<CompletableFuture<RestReply>> post(SharedFleets.Fleet fleet, String type) {
    var scout = city.newId("scout");
    var token = suite.tokens().issue(Role.DRIVER, scout, fleet.id());
    var place = place();
    var free = Map.of("driverId", scout, "available", true, "vehicleType", type);
    var position =
        Map.of(
            "driverId",
            scout,
            "latitude",
            place.latitude(),
            "longitude",
            place.longitude(),
            "vehicleType",
            type);
    var location = suite.client().location();
    return List.of(
        location.send(RestCall.put("/api/v1/tracking/availability", free).by(token)),
        location.send(RestCall.post("/api/v1/tracking/location", position).by(token)));
  }

  private GeoPoint place() {
    return City.northOf(city.market(), random.nextInt(FARTHEST_METERS));
  }

  private int found(String type) {
    var market = city.market();
    var query =
        "/api/v1/drivers/nearby?latitude=%s&longitude=%s&vehicleType=%s&radiusMeters=%d&limit=100"
            .formatted(market.latitude(), market.longitude(), type, 2 * FARTHEST_METERS);
    var call = RestCall.get(query).by(suite.tokens().ops("test"));
    return Answer.to(suite.client().location().send(call), 200).json().path("drivers").size();
  }
}
