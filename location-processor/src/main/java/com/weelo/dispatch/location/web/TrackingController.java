package com.weelo.dispatch.location.web;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.location.VehicleCatalogue;
import com.weelo.dispatch.location.availability.ChangingAvailability;
import com.weelo.dispatch.location.intake.IncomingPoint;
import com.weelo.dispatch.location.intake.Receipt;
import com.weelo.dispatch.location.intake.ReceivingPositions;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Positions and availability, as phones and gateways send them. */
@RestController
@RequestMapping("/api/v1/tracking")
class TrackingController {

  private final ReceivingPositions receiving;
  private final ChangingAvailability changing;
  private final VehicleCatalogue catalogue;

  TrackingController(
      ReceivingPositions receiving, ChangingAvailability changing, VehicleCatalogue catalogue) {
    this.receiving = receiving;
    this.changing = changing;
    this.catalogue = catalogue;
  }

  record Ok(boolean ok) {}

  record Points(@NotNull @Size(max = 1_000) List<@NotNull IncomingPoint> points) {}

  record Availability(
      @Nullable DriverId driverId,
      @NotNull @Nullable Boolean available,
      @Nullable VehicleType vehicleType) {}

  /** Takes a position of a driver, once Kafka has it. */
  @PostMapping("/location")
  @AllowedRoles({Role.DRIVER, Role.OPS})
  @ResponseStatus(HttpStatus.ACCEPTED)
  Ok reportPosition(Caller caller, @RequestBody IncomingPoint point) {
    receiving.receive(caller, point);
    return new Ok(true);
  }

  /** Takes many positions: a phone's that was offline, or a gateway's of many drivers. */
  @PostMapping("/locations")
  @AllowedRoles({Role.DRIVER, Role.OPS})
  @ResponseStatus(HttpStatus.ACCEPTED)
  Receipt reportPositions(Caller caller, @Valid @RequestBody Points request) {
    return receiving.receive(caller, request.points());
  }

  /** Says whether a driver is free for jobs. */
  @PutMapping("/availability")
  @AllowedRoles(Role.DRIVER)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setAvailability(Caller caller, @Valid @RequestBody Availability request) {
    var own = new DriverId(caller.userId().value());
    if (request.driverId() != null && !request.driverId().equals(own)) {
      throw Problem.forbidden("A driver changes only its own availability.");
    }
    if (request.vehicleType() != null && !catalogue.has(request.vehicleType())) {
      throw Problem.invalid("vehicleType", "is not in the catalogue");
    }
    changing.change(
        own,
        caller.transporterId(),
        request.vehicleType(),
        Boolean.TRUE.equals(request.available()));
  }
}
