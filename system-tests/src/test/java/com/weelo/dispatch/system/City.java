package com.weelo.dispatch.system;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.client.RestCall;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Where one test takes place: its captains and customers meet nobody else's. */
final class City {

  static final String VEHICLE_TYPE = "TRUCK_14FT";

  private static final double DEGREES_APART = 1;
  private static final double DEGREES_PER_METER = 1 / 111_320.0;
  private static final int METERS_BETWEEN_CAPTAINS = 60;

  private final RunningSuite suite;
  private final int number;
  private final AtomicInteger people = new AtomicInteger();

  City(RunningSuite suite, int number) {
    this.suite = suite;
    this.number = number;
  }

  /** Where goods are waiting. */
  GeoPoint market() {
    return new GeoPoint(10 + number * DEGREES_APART, 77.5);
  }

  /** Where goods are taken. */
  GeoPoint station() {
    return northOf(market(), 8_000);
  }

  /** Captains who are yet to be told where to wait. */
  record Arrivals(City city, int count) {

    /** They come online there, free, each a little farther away than the one before. */
    List<Captain> around(GeoPoint place) {
      var captains =
          IntStream.range(0, count)
              .mapToObj(
                  i -> city.captain().comesOnlineAt(northOf(place, i * METERS_BETWEEN_CAPTAINS)))
              .toList();
      city.awaitInIndex(captains, place);
      return captains;
    }
  }

  Arrivals withCaptains(int count) {
    return new Arrivals(this, count);
  }

  /** A new customer, with the app open. */
  Customer customer() {
    return new Customer(suite, this, newId("customer"));
  }

  Captain captain() {
    return new Captain(suite, newId("captain"));
  }

  String newId(String kind) {
    return idsOf(kind) + people.incrementAndGet();
  }

  /** How all ids of a kind begin. */
  String idsOf(String kind) {
    return "%s-%d-".formatted(kind, number);
  }

  static GeoPoint northOf(GeoPoint place, double meters) {
    return new GeoPoint(place.latitude() + meters * DEGREES_PER_METER, place.longitude());
  }

  /** Whether the captain is found at that place, to a few metres. */
  boolean isIndexedAt(Captain captain, GeoPoint place) {
    return nearby(place)
        .anyMatch(driver ->
            driver.path("driverId").asString("").equals(captain.id())
                && driver.path("distanceMeters").asLong() < 5);
  }

  private void awaitInIndex(List<Captain> captains, GeoPoint place) {
    var ids = captains.stream().map(Captain::id).toList();
    await("all captains can be found")
        .atMost(SystemTest.PATIENCE)
        .until(() ->
            nearby(place)
                .map(driver -> driver.path("driverId").asString(""))
                .toList()
                .containsAll(ids));
  }

  private Stream<JsonNode> nearby(GeoPoint place) {
    var query =
        "/api/v1/drivers/nearby?latitude=%s&longitude=%s&vehicleType=%s&limit=100"
            .formatted(place.latitude(), place.longitude(), VEHICLE_TYPE);
    var reply =
        Answer.to(
            suite.client().location().send(RestCall.get(query).by(suite.tokens().ops("test"))));
    return reply.json().path("drivers").valueStream();
  }
}
