package com.weelo.dispatch.platform.redis;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Reads the geo index of free drivers, which the location-processor writes. What it says is a
 * suggestion: it may be some milliseconds old, and whoever acts on it decides in a database.
 */
public final class NearbyDrivers {

  private static final RedisScript SEARCH =
      RedisScript.beside(NearbyDrivers.class, "nearby-drivers.lua", ScriptOutputType.MULTI);

  private final Redis redis;
  private final Clock clock;
  private final Duration staleAfter;

  /**
   * @param staleAfter a driver who has not been heard of for longer is not found
   */
  public NearbyDrivers(Redis redis, Clock clock, Duration staleAfter) {
    this.redis = redis;
    this.clock = clock;
    this.staleAfter = staleAfter;
  }

  /**
   * A free driver near a point.
   *
   * @param distanceMeters as the crow flies
   * @param age since the driver was last heard of
   */
  public record Nearby(
      DriverId driverId,
      TransporterId transporterId,
      GeoPoint position,
      long distanceMeters,
      Duration age) {}

  /**
   * @param radiusMeters at most {@link GeoIndexKeys#LARGEST_RADIUS_METERS}
   * @return free drivers of the vehicle type, nearest first
   * @throws RedisUnavailable where the index can not be asked
   */
  public List<Nearby> find(GeoPoint center, VehicleType vehicleType, long radiusMeters, int limit) {
    var keys = GeoIndexKeys.covering(center, radiusMeters, vehicleType);
    var now = clock.millis();
    var rows =
        redis.call(r ->
            SEARCH.<List<List<String>>>run(
                r,
                keys,
                Double.toString(center.longitude()),
                Double.toString(center.latitude()),
                Long.toString(radiusMeters),
                Integer.toString(limit),
                Long.toString(now - staleAfter.toMillis())));
    return rows.stream().map(row -> nearby(row, now)).toList();
  }

  private static Nearby nearby(List<String> row, long now) {
    return new Nearby(
        new DriverId(row.get(0)),
        new TransporterId(row.get(1)),
        new GeoPoint(Double.parseDouble(row.get(4)), Double.parseDouble(row.get(3))),
        Math.round(Double.parseDouble(row.get(2))),
        Duration.ofMillis(Math.max(0, now - Long.parseLong(row.get(5)))));
  }
}
