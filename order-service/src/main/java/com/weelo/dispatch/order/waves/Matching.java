package com.weelo.dispatch.order.waves;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.OrderProperties;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.OrderLine;
import com.weelo.dispatch.order.requests.Offers;
import com.weelo.dispatch.order.waves.WavePolicy.Reach;
import com.weelo.dispatch.platform.redis.NearbyDrivers;
import com.weelo.dispatch.platform.redis.NearbyDrivers.Nearby;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds whom an order's next wave reaches. Asks Redis, so it is never called while an order is
 * locked.
 */
@Component
class Matching {

  /** Drivers looked at before a wave is left short; a fleet may stand in front of all others. */
  private static final int MOST_CANDIDATES = 1_000;

  private final NearbyDrivers drivers;
  private final Fleet fleet;
  private final Offers offers;
  private final WavePolicy policy;
  private final int candidates;

  Matching(
      NearbyDrivers drivers,
      Fleet fleet,
      Offers offers,
      WavePolicy policy,
      OrderProperties properties) {
    this.drivers = drivers;
    this.fleet = fleet;
    this.offers = offers;
    this.policy = policy;
    this.candidates = properties.candidates();
  }

  /** Decides an order's next wave. Where Redis is away it reaches nobody and says so. */
  Wave nextWave(Order order) {
    var number = order.wave() + 1;
    // Also those that are held: they may be open when the wave goes out.
    var wanted = order.lines().stream().filter(line -> !line.isFull()).toList();
    try {
      return new Wave(number, true, offers(order, number, wanted));
    } catch (RedisUnavailable e) {
      return Wave.unavailable(number);
    }
  }

  private Map<VehicleType, List<Offer>> offers(Order order, int number, List<OrderLine> wanted) {
    var asked = offers.standing(order.id());
    var searches =
        wanted.stream()
            .map(line ->
                new Search(
                    order.terms().pickup().point(),
                    policy.radius(number),
                    line,
                    asked.getOrDefault(line.vehicleType(), Set.of())))
            .toList();
    var nearby = InParallel.map(searches, search -> find(search, firstLook(search)));
    var found = new HashMap<VehicleType, List<Offer>>();
    for (var n = 0; n < searches.size(); n++) {
      var search = searches.get(n);
      found.put(search.line().vehicleType(), widened(search, nearby.get(n)));
    }
    return found;
  }

  /**
   * Whom a type's wave could reach.
   *
   * @param asked who has a standing offer
   */
  private record Search(GeoPoint pickup, long radius, OrderLine line, Set<TransporterId> asked) {}

  /** Whoever has been asked stands nearest. */
  private int firstLook(Search search) {
    return Math.min(candidates + search.asked().size(), MOST_CANDIDATES);
  }

  private List<Nearby> find(Search search, int limit) {
    return drivers.find(search.pickup(), search.line().vehicleType(), search.radius(), limit);
  }

  /** Looks at more drivers while they might add to the wave. */
  private List<Offer> widened(Search search, List<Nearby> first) {
    var limit = firstLook(search);
    var nearby = first;
    var reach = reach(search, nearby);
    while (!reach.isFull() && nearby.size() == limit && limit < MOST_CANDIDATES) {
      limit = Math.min(limit * 4, MOST_CANDIDATES);
      nearby = find(search, limit);
      reach = reach(search, nearby);
    }
    return reach.offers();
  }

  private Reach reach(Search search, List<Nearby> nearby) {
    var among = nearby.stream().map(Nearby::transporterId).collect(Collectors.toSet());
    among.removeAll(search.asked());
    var line = search.line();
    Map<TransporterId, Integer> free =
        among.isEmpty() ? Map.of() : fleet.freeVehicles(line.vehicleType(), among);
    return policy.decide(Math.max(line.open(), 1), nearby, search.asked(), free);
  }
}
