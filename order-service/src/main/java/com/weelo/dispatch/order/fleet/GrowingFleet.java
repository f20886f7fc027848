package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.platform.web.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A transporter registers what it has. Runs in the caller's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class GrowingFleet {

  private final Vehicles vehicles;
  private final Drivers drivers;

  GrowingFleet(Vehicles vehicles, Drivers drivers) {
    this.vehicles = vehicles;
    this.drivers = drivers;
  }

  /**
   * @throws Problem 409 {@code VEHICLE_EXISTS} where the fleet has the plate already
   */
  public Vehicle add(TransporterId owner, VehicleDraft draft) {
    var id = vehicles.insert(owner, draft);
    return id.flatMap(added -> vehicles.find(owner, added))
        .orElseThrow(() -> exists(owner, draft.registration()));
  }

  private Problem exists(TransporterId owner, Registration registration) {
    var problem = Problem.conflict("VEHICLE_EXISTS", "Your fleet has this vehicle already.");
    vehicles.withPlate(owner, registration).ifPresent(id -> problem.with("vehicleId", id.value()));
    return problem;
  }

  /**
   * @throws Problem 409 {@code DRIVER_EXISTS} where the fleet has one of that id already
   */
  public Driver add(TransporterId employer, DriverDraft draft) {
    var given = draft.id();
    var id = given == null ? new DriverId(EventIds.next().toString()) : given;
    if (!drivers.insert(employer, id, draft)) {
      throw Problem.conflict("DRIVER_EXISTS", "Your fleet has this driver already.")
          .with("driverId", id.value());
    }
    return drivers.find(employer, id).orElseThrow();
  }
}
