package com.weelo.dispatch.booking.matching;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.redis.NearbyDrivers;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import java.util.Collection;

/**
 * Finds whom the next wave reaches. Asks Redis, so it is never called inside a transaction; what it
 * finds is a suggestion, on which the booking's row decides.
 */
public class Matching {

  /** Drivers looked at before a wave is left short; a fleet may stand in front of all others. */
  private static final int MOST_CANDIDATES = 1_000;

  private final NearbyDrivers drivers;
  private final WavePolicy policy;
  private final int candidates;
  private final long nearbyRadius;

  /**
   * @param candidates how many drivers are looked at first
   * @param nearbyRadius within which drivers count as near, in metres
   */
  public Matching(NearbyDrivers drivers, WavePolicy policy, int candidates, long nearbyRadius) {
    this.drivers = drivers;
    this.policy = policy;
    this.candidates = candidates;
    this.nearbyRadius = nearbyRadius;
  }

  /**
   * Decides a wave. Where Redis is away it reaches nobody and says so.
   *
   * @param alreadyOffered transporters whom earlier waves reached
   */
  public Wave wave(
      int number,
      GeoPoint pickup,
      VehicleType vehicleType,
      Collection<TransporterId> alreadyOffered) {
    try {
      return wave(number, pickup, vehicleType, alreadyOffered, candidates);
    } catch (RedisUnavailable e) {
      return Wave.unavailable(number, policy.radius(number));
    }
  }

  /** How many free drivers are near, as far as a wave would look; 0 where Redis is away. */
  public int countNearby(GeoPoint center, VehicleType vehicleType) {
    try {
      return drivers.find(center, vehicleType, nearbyRadius, candidates).size();
    } catch (RedisUnavailable e) {
      return 0;
    }
  }

  private Wave wave(
      int number,
      GeoPoint pickup,
      VehicleType vehicleType,
      Collection<TransporterId> alreadyOffered,
      int limit) {
    var nearby = drivers.find(pickup, vehicleType, policy.radius(number), limit);
    var wave = policy.decide(number, nearby, alreadyOffered);
    var mayFindMore = nearby.size() == limit && wave.offers().size() < policy.size();
    return mayFindMore && limit < MOST_CANDIDATES
        ? wave(number, pickup, vehicleType, alreadyOffered, Math.min(limit * 4, MOST_CANDIDATES))
        : wave;
  }
}
