package com.weelo.dispatch.order.waves;

import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.redis.NearbyDrivers.Nearby;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Whom a wave of one vehicle type reaches: the nearest transporters without a standing offer who
 * have such vehicles free, each once, through its nearest driver. It reaches more than its size
 * where those have too few vehicles for what is open.
 *
 * @param size how many a wave reaches, if they have vehicles enough
 * @param largest how many it reaches at most
 * @param initialRadius of the first wave, in metres; each wave doubles it
 * @param maxRadius where the doubling ends, in metres
 */
public record WavePolicy(int size, int largest, long initialRadius, long maxRadius) {

  /** How far a wave reaches, in metres. */
  long radius(int wave) {
    var doublings = Math.min(wave - 1, Long.numberOfLeadingZeros(initialRadius) - 1);
    return Math.min(initialRadius << doublings, maxRadius);
  }

  /**
   * Offers for one type.
   *
   * @param isFull whether looking at more drivers would not add to them
   */
  record Reach(List<Offer> offers, boolean isFull) {}

  /**
   * @param open how many trucks are wanted, at least 1
   * @param nearby drivers of the type within the wave's radius, nearest first
   * @param standing who has been asked already
   * @param free how many vehicles of the type transporters have free
   */
  Reach decide(
      int open,
      List<Nearby> nearby,
      Collection<TransporterId> standing,
      Map<TransporterId, Integer> free) {
    var seen = new HashSet<>(standing);
    var offers = new ArrayList<Offer>();
    var vehicles = 0L;
    for (var driver : nearby) {
      if (offers.size() == largest || (offers.size() >= size && vehicles >= open)) {
        return new Reach(offers, true);
      }
      var has = free.getOrDefault(driver.transporterId(), 0);
      if (has > 0 && seen.add(driver.transporterId())) {
        vehicles += has;
        offers.add(new Offer(driver.transporterId(), driver.driverId(), driver.distanceMeters()));
      }
    }
    return new Reach(
        offers, offers.size() == largest || (offers.size() >= size && vehicles >= open));
  }
}
