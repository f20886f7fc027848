package com.weelo.dispatch.booking;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.Redis;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Puts free drivers into the geo index, as the location-processor does. */
public class Captains {

  private static final double METERS_PER_DEGREE = 111_195;

  private final Redis redis;
  private final Clock clock;

  Captains(Redis redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  /** Owner-drivers, 100 m apart, nearest first. */
  public List<String> near(GeoPoint place, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(n -> at(place, 100 * n)).toList();
  }

  /** An owner-driver so many metres north of the place. */
  public String at(GeoPoint place, int meters) {
    var captain = "captain-" + UUID.randomUUID();
    drivingFor(captain, captain, place, meters);
    return captain;
  }

  /** As if another request held it. */
  void holdLock(String name) {
    redis.call(r -> r.set("lock:" + name, "somebody else"));
  }

  /** A driver of somebody's fleet. */
  public void drivingFor(String transporter, String driver, GeoPoint place, int meters) {
    var position = new GeoPoint(place.latitude() + meters / METERS_PER_DEGREE, place.longitude());
    var free = GeoIndexKeys.free(position, new VehicleType("TRUCK_14FT"));
    redis.call(r -> {
      r.geoadd(free, position.longitude(), position.latitude(), driver);
      r.zadd(GeoIndexKeys.SEEN, clock.millis(), driver);
      return r.hset(GeoIndexKeys.TRANSPORTERS, driver, transporter);
    });
  }
}
