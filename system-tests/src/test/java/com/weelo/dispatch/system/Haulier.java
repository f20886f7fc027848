package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.client.RestCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * A transporter at work: it looks for orders, takes what it can, and drives it. It knows what its
 * trucks and drivers do for itself, and only finds out what they do for others.
 */
final class Haulier {

  private static final Duration OTHERS_ARE_BUSY_FOR = Duration.ofSeconds(1);
  private static final int MOST_TRUCKS = 6;

  private final OrderRace race;
  private final SharedFleets.Fleet fleet;
  private final Set<String> busy = new HashSet<>();

  Haulier(OrderRace race, SharedFleets.Fleet fleet) {
    this.race = race;
    this.fleet = fleet;
  }

  SharedFleets.Fleet fleet() {
    return fleet;
  }

  /** Looks for work again and again, as long as the race goes on. */
  void keepLooking() {
    if (race.open().get()) {
      race.calls().later(race.within(500, 1_500), this::look);
    }
  }

  private record Offer(String order, String type) {}

  private void look() {
    var call = RestCall.get("/api/v1/truck-requests?status=open&limit=60").by(fleet.token());
    race.calls()
        .send(
            call,
            Set.of("200"),
            reply -> {
              var open = new LinkedHashMap<Offer, Integer>();
              for (var request : reply.json().path("truckRequests")) {
                var offer =
                    new Offer(
                        request.path("orderId").asString(), request.path("vehicleType").asString());
                open.merge(offer, 1, Integer::sum);
              }
              chooseAmong(open);
              keepLooking();
            });
  }

  private void chooseAmong(LinkedHashMap<Offer, Integer> open) {
    var offers = new ArrayList<>(open.entrySet());
    Collections.shuffle(offers, race.random());
    for (var offer : offers.subList(0, Math.min(2, offers.size()))) {
      var idle = idle(fleet.vehicles().getOrDefault(offer.getKey().type(), List.of()));
      if (!idle.isEmpty()) {
        // One more than there are, now and then: others may be faster, too.
        var most = offer.getValue() + (race.happens(5) ? 1 : 0);
        var wish = 1 + race.random().nextInt(Math.min(most, MOST_TRUCKS));
        take(offer.getKey(), idle.subList(0, Math.min(wish, idle.size())));
      }
    }
  }

  private void take(Offer offer, List<String> vehicles) {
    new Hold(race, this, offer.order(), offer.type(), vehicles).reserve();
  }

  /** What does nothing for this transporter, in no order. */
  private List<String> idle(Collection<String> vehiclesOrDrivers) {
    var idle =
        new ArrayList<>(vehiclesOrDrivers.stream().filter(one -> !busy.contains(one)).toList());
    Collections.shuffle(idle, race.random());
    return idle;
  }

  /** So many drivers, or fewer, who are idle as far as it knows. */
  List<String> drivers(int count) {
    var idle = idle(fleet.drivers());
    return idle.subList(0, Math.min(count, idle.size()));
  }

  void engages(Collection<String> vehiclesOrDrivers) {
    busy.addAll(vehiclesOrDrivers);
  }

  void frees(Collection<String> vehiclesOrDrivers) {
    busy.removeAll(vehiclesOrDrivers);
  }

  /** They do something for somebody else, and are left alone for a while. */
  void hearsAreBusy(Collection<String> vehiclesOrDrivers) {
    var unknown = vehiclesOrDrivers.stream().filter(busy::add).toList();
    race.calls().later(OTHERS_ARE_BUSY_FOR, () -> frees(unknown));
  }
}
