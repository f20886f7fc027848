package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.order.fleet.DraftPolicy;
import com.weelo.dispatch.order.fleet.GrowingFleet;
import com.weelo.dispatch.order.fleet.VehicleStatus;
import com.weelo.dispatch.order.fleet.Vehicles;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A transporter's vehicles; to others they do not exist. */
@RestController
@RequestMapping("/api/v1/vehicles")
class VehiclesController {

  private final DraftPolicy drafts;
  private final GrowingFleet growing;
  private final Vehicles vehicles;
  private final IdempotentRequests requests;

  VehiclesController(
      DraftPolicy drafts, GrowingFleet growing, Vehicles vehicles, IdempotentRequests requests) {
    this.drafts = drafts;
    this.growing = growing;
    this.vehicles = vehicles;
    this.requests = requests;
  }

  /** A vehicle as its transporter describes it; the type in any spelling. */
  record VehicleRequest(
      @Nullable String registration,
      @Nullable String vehicleType,
      @Nullable String vehicleSubtype,
      @Nullable BigDecimal capacityTonnes) {}

  record VehicleStatusRequest(@NotBlank String status) {}

  /** Registers a vehicle with the caller's fleet. */
  @PostMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith("VEHICLE_EXISTS")
  @ApiResponse(
      responseCode = "201",
      description = "The vehicle",
      content = @Content(schema = @Schema(implementation = VehicleBody.class)))
  ResponseEntity<?> createVehicle(
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @RequestBody VehicleRequest request) {
    var owner = ActingTransporter.of(caller);
    var draft =
        drafts
            .vehicle(
                request.registration(),
                request.vehicleType(),
                request.vehicleSubtype(),
                request.capacityTonnes())
            .orElseThrow();
    return requests.once(
        caller.userId(),
        key,
        "POST /vehicles",
        request,
        () ->
            ResponseEntity.status(HttpStatus.CREATED)
                .body(VehicleBody.of(growing.add(owner, draft))));
  }

  /** The vehicles of the caller's fleet. */
  @GetMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  VehicleBody.VehiclePage listVehicles(
      Caller caller,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    // One more tells whether there is a next page.
    return VehicleBody.VehiclePage.of(
        vehicles.page(ActingTransporter.of(caller), cursor, limit + 1), limit);
  }

  /**
   * A vehicle of the caller's fleet.
   *
   * @param id the vehicle's
   */
  @GetMapping("/{id}")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith("NOT_FOUND")
  VehicleBody getVehicle(Caller caller, @PathVariable VehicleId id) {
    return vehicles
        .find(ActingTransporter.of(caller), id)
        .map(VehicleBody::of)
        .orElseThrow(() -> Problem.notFound("vehicle"));
  }

  /**
   * Says whether there are jobs for a vehicle from now on; a job that it is on goes on.
   *
   * @param id the vehicle's
   */
  @PutMapping("/{id}/status")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith("NOT_FOUND")
  VehicleBody setVehicleStatus(
      Caller caller, @PathVariable VehicleId id, @Valid @RequestBody VehicleStatusRequest request) {
    var status =
        VehicleStatus.ofCode(request.status())
            .orElseThrow(
                () -> Problem.invalid("status", "is one of available, unavailable, maintenance"));
    if (!vehicles.setStatus(ActingTransporter.of(caller), id, status)) {
      throw Problem.notFound("vehicle");
    }
    return getVehicle(caller, id);
  }
}
