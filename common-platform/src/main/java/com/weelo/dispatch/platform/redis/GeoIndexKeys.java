package com.weelo.dispatch.platform.redis;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.VehicleType;
import java.util.ArrayList;

/**
 * How the geo index is laid out in Redis: one sorted set of free drivers for each vehicle type and
 * square degree, so that no set grows beyond a city; beside it what is known of each driver.
 */
public final class GeoIndexKeys {

  /** Hash: driver → transporter. */
  public static final String TRANSPORTERS = "geo:transporters";

  /** Sorted set: driver by the millisecond of the last sign of life. */
  public static final String SEEN = "geo:seen";

  /** Hash: driver → key of the set the driver is in. */
  public static final String WHEREABOUTS = "geo:whereabouts";

  /**
   * Hash: driver → version of its state that the index knows, so that no older one overwrites it.
   */
  public static final String VERSIONS = "geo:versions";

  /** String: the run of the Redis server in which the index was last known to be whole. */
  public static final String WHOLE = "geo:whole";

  /** Above this a search would touch too many squares. */
  public static final long LARGEST_RADIUS_METERS = 100_000;

  private static final double METERS_PER_DEGREE = 111_195;

  private GeoIndexKeys() {}

  /** The set that holds the free drivers of this type around the point. */
  public static String free(GeoPoint point, VehicleType vehicleType) {
    return free(
        (int) Math.floor(point.latitude()), (int) Math.floor(point.longitude()), vehicleType);
  }

  /**
   * Everything a search needs: {@link #SEEN}, {@link #TRANSPORTERS}, then each set that the circle
   * touches.
   */
  static String[] covering(GeoPoint center, long radiusMeters, VehicleType vehicleType) {
    if (radiusMeters < 1 || radiusMeters > LARGEST_RADIUS_METERS) {
      throw new IllegalArgumentException("radius must be 1 to " + LARGEST_RADIUS_METERS + " m");
    }
    var latitudeSpan = radiusMeters / METERS_PER_DEGREE;
    var widest = Math.min(89.9, Math.abs(center.latitude()) + latitudeSpan);
    var longitudeSpan = latitudeSpan / Math.cos(Math.toRadians(widest));
    var keys = new ArrayList<String>();
    keys.add(SEEN);
    keys.add(TRANSPORTERS);
    for (var lat = floor(center.latitude() - latitudeSpan);
        lat <= floor(center.latitude() + latitudeSpan);
        lat++) {
      for (var lon = floor(center.longitude() - longitudeSpan);
          lon <= floor(center.longitude() + longitudeSpan);
          lon++) {
        keys.add(free(lat, Math.floorMod(lon + 180, 360) - 180, vehicleType));
      }
    }
    return keys.toArray(String[]::new);
  }

  private static int floor(double degrees) {
    return (int) Math.floor(degrees);
  }

  private static String free(int latitude, int longitude, VehicleType vehicleType) {
    return "geo:free:" + vehicleType.code() + ":" + latitude + ":" + longitude;
  }
}
