package com.weelo.dispatch.suite.data;

import com.weelo.dispatch.events.GeoPoint;
import java.time.Duration;
import java.time.Instant;

/**
 * One recorded trip.
 *
 * @param duration from pick-up to drop-off
 */
public record Trip(
    String requestId, Instant at, GeoPoint pickup, GeoPoint dropoff, Duration duration) {

  /** The same trip, driven in another time. */
  public Trip lasting(Duration other) {
    return new Trip(requestId, at, pickup, dropoff, other);
  }

  static Trip of(CsvRow row) {
    var at = row.instant("epoch_ms");
    return new Trip(
        row.text("request_id"),
        at,
        row.point("pickup_lat", "pickup_lon"),
        row.point("dropoff_lat", "dropoff_lon"),
        Duration.between(at, row.instant("dropoff_epoch_ms")));
  }
}
