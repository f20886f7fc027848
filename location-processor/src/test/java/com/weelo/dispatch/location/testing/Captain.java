package com.weelo.dispatch.location.testing;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.Tokens;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** A driver with a phone, in a corner of the world of its own, so that tests do not meet. */
public record Captain(ApiClient api, String id, String transporter, GeoPoint home) {

  private static final String CUSTOMER = Tokens.customer("customer-1");
  private static final AtomicInteger CORNERS = new AtomicInteger();

  public static Captain of(ApiClient api) {
    var id = EventIds.next();
    var corner = CORNERS.getAndIncrement();
    // Well inside a square degree, wherever it is.
    var home = new GeoPoint(corner % 100 - 50 + 0.5, corner / 100 % 320 - 160 + 0.5);
    return new Captain(api, "driver-" + id, "fleet-" + id, home);
  }

  public String token() {
    return Tokens.driver(id, transporter);
  }

  /** Somewhere near home. */
  public GeoPoint north(double km) {
    return new GeoPoint(home.latitude() + km / 111.195, home.longitude());
  }

  public void wants(String vehicleType) {
    availability("{\"available\": true, \"vehicleType\": \"%s\"}".formatted(vehicleType));
  }

  public void wantsNothing() {
    availability("{\"available\": false}");
  }

  private void availability(String json) {
    assertThat(api.put(token(), "/tracking/availability", json).status()).isEqualTo(204);
  }

  /** Waits until it is taken: topics may still be in the making. */
  public void reports(Point point) {
    await()
        .until(
            () -> api.post(token(), "/tracking/location", point.json()).status(), is -> is == 202);
  }

  public void flushes(Point... buffer) {
    await()
        .until(
            () -> api.post(token(), "/tracking/locations", Point.buffer(buffer)).status(),
            is -> is == 202);
  }

  /** The ids of the free drivers around home, nearest first. */
  public List<String> neighbours(String vehicleType) {
    var found =
        api.get(
            CUSTOMER,
            String.format(
                Locale.ROOT,
                "/drivers/nearby?latitude=%f&longitude=%f&vehicleType=%s&radiusMeters=50000",
                home.latitude(),
                home.longitude(),
                vehicleType));
    assertThat(found.status()).isEqualTo(200);
    return StreamSupport.stream(found.body().path("drivers").spliterator(), false)
        .map(driver -> driver.path("driverId").asString())
        .toList();
  }

  public boolean isOffered(String vehicleType) {
    return neighbours(vehicleType).contains(id);
  }

  /** How many points its history holds. */
  public int pointsInHistory() {
    return api.get(Tokens.ops("ops-1"), "/drivers/" + id + "/track").body().path("points").size();
  }

  /** A position as a phone sends it. */
  public record Point(GeoPoint at, Instant recordedAt, String more) {

    public static Point at(GeoPoint place, Instant time) {
      return new Point(place, time, "");
    }

    public Point with(String name, String jsonValue) {
      return new Point(at, recordedAt, more + ", \"" + name + "\": " + jsonValue);
    }

    public String json() {
      return "{\"latitude\": %s, \"longitude\": %s, \"recordedAt\": \"%s\"%s}"
          .formatted(at.latitude(), at.longitude(), recordedAt, more);
    }

    /** Several of them. */
    public static String buffer(Point... points) {
      return Arrays.stream(points).map(Point::json).collect(joining(", ", "{\"points\": [", "]}"));
    }
  }
}
