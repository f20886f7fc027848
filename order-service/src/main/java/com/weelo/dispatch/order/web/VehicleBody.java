package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.fleet.Vehicle;
import com.weelo.dispatch.order.fleet.VehicleStatus;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as its transporter sees it.
 *
 * @param busy whether a hold or a job has it
 */
record VehicleBody(
    VehicleId vehicleId,
    String registration,
    VehicleType vehicleType,
    @Nullable String vehicleSubtype,
    @Nullable BigDecimal capacityTonnes,
    VehicleStatus status,
    boolean busy) {

  static VehicleBody of(Vehicle vehicle) {
    return new VehicleBody(
        vehicle.id(),
        vehicle.registration().plate(),
        vehicle.type(),
        vehicle.subtype(),
        vehicle.capacityTonnes(),
        vehicle.status(),
        vehicle.busy());
  }

  /**
   * Some of a fleet.
   *
   * @param nextCursor gives the next page; absent on the last one
   */
  record VehiclePage(List<VehicleBody> vehicles, @Nullable String nextCursor) {

    /**
     * @param found more than the limit where there is a next page
     */
    static VehiclePage of(List<Vehicle> found, int limit) {
      var page = found.subList(0, Math.min(limit, found.size()));
      return new VehiclePage(
          page.stream().map(VehicleBody::of).toList(),
          found.size() > limit ? page.getLast().id().value() : null);
    }
  }
}
