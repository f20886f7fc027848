package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.data.Freight;
import com.weelo.dispatch.suite.data.FreightBooking;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which trucks there are, and whose they are: trucks of the recording, each where it was loaded
 * first, so that fleets stand near the pick-ups. Who owned them is not recorded; they are dealt
 * out.
 */
final class FleetPlan {

  private static final int FLEETS = 8;

  /** Few enough that not every order gets all that it asks for. */
  private static final int MOST_TRUCKS = 48;

  private FleetPlan() {}

  /** The trucks of each fleet. */
  static List<List<FleetTruck>> of(Freight freight) {
    var fleets = new ArrayList<List<FleetTruck>>();
    for (var fleet = 0; fleet < FLEETS; fleet++) {
      fleets.add(new ArrayList<>());
    }
    var n = 0;
    for (var booking : chosen(freight.bookings())) {
      fleets
          .get(n++ % FLEETS)
          .add(new FleetTruck(booking.vehicleId(), booking.vehicleType(), booking.pickup()));
    }
    return fleets;
  }

  /** One of each spelling, so that all orders can be understood; then as they came. */
  private static Collection<FreightBooking> chosen(List<FreightBooking> bookings) {
    var firsts = new LinkedHashMap<String, FreightBooking>();
    bookings.forEach(booking -> firsts.putIfAbsent(booking.vehicleId(), booking));
    var chosen = new LinkedHashSet<FreightBooking>();
    var spellings = new HashSet<String>();
    firsts.values().stream()
        .filter(first -> spellings.add(first.vehicleType()))
        .forEach(chosen::add);
    firsts.values().stream().limit(MOST_TRUCKS).forEach(chosen::add);
    return chosen;
  }
}
