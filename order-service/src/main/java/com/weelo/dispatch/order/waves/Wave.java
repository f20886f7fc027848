package com.weelo.dispatch.order.waves;

import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.VehicleType;
import java.util.List;
import java.util.Map;

/**
 * One wave of an order, decided: a suggestion, on which the order's row decides.
 *
 * @param number counts from 1
 * @param isAvailable whether the geo index could be asked
 * @param offers for each type that had open requests, nearest first
 */
record Wave(int number, boolean isAvailable, Map<VehicleType, List<Offer>> offers) {

  Wave {
    offers = Map.copyOf(offers);
  }

  static Wave unavailable(int number) {
    return new Wave(number, false, Map.of());
  }

  List<Offer> of(VehicleType type) {
    return offers.getOrDefault(type, List.of());
  }
}
