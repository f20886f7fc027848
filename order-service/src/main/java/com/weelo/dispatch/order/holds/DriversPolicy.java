package com.weelo.dispatch.order.holds;

import com.weelo.dispatch.order.assignments.CreatingAssignments.Confirmed;
import com.weelo.dispatch.order.requests.TruckRequest;
import com.weelo.dispatch.platform.web.Problem;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which driver goes with which truck: every vehicle of the hold gets one, and no driver two. */
final class DriversPolicy {

  private DriversPolicy() {}

  /**
   * @param drivers by vehicle
   * @return in the order of the vehicles' ids
   * @throws Problem 400 where a vehicle has no driver or is not of the hold, 409 {@code
   *     DRIVER_BUSY} where a driver is named twice
   */
  static List<Confirmed> pair(Collection<TruckRequest> held, Map<String, String> drivers) {
    var trucks =
        held.stream()
            .map(request -> confirmed(request, drivers))
            .sorted(Comparator.comparing(Confirmed::vehicleId))
            .toList();
    if (drivers.size() > trucks.size()) {
      throw Problem.invalid("drivers", "names vehicles that are not of this hold");
    }
    var busy = new HashSet<String>();
    for (var truck : trucks) {
      if (!busy.add(truck.driverId())) {
        throw Problem.conflict("DRIVER_BUSY", "A driver can not drive two trucks.")
            .with("driverId", truck.driverId());
      }
    }
    return trucks;
  }

  private static Confirmed confirmed(TruckRequest request, Map<String, String> drivers) {
    var vehicle = Objects.requireNonNull(request.vehicleId()).value();
    var driver = drivers.get(vehicle);
    if (driver == null || driver.isBlank()) {
      throw Problem.invalid("drivers." + vehicle, "names no driver");
    }
    return new Confirmed(request.truckRequestId().value(), vehicle, driver);
  }
}
