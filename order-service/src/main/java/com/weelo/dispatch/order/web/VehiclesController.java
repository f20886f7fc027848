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

  record StatusRequest(@NotBlank String status) {}

  @PostMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  ResponseEntity<?> register(
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

  @GetMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  VehicleBody.Page list(
      Caller caller,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    // One more tells whether there is a next page.
    return VehicleBody.Page.of(
        vehicles.page(ActingTransporter.of(caller), cursor, limit + 1), limit);
  }

  @GetMapping("/{id}")
  @AllowedRoles({TRANSPORTER, DRIVER})
  VehicleBody byId(Caller caller, @PathVariable VehicleId id) {
    return vehicles
        .find(ActingTransporter.of(caller), id)
        .map(VehicleBody::of)
        .orElseThrow(() -> Problem.notFound("vehicle"));
  }

  /** Says whether there are jobs for it from now on; a job that it is on goes on. */
  @PutMapping("/{id}/status")
  @AllowedRoles({TRANSPORTER, DRIVER})
  VehicleBody status(
      Caller caller, @PathVariable VehicleId id, @Valid @RequestBody StatusRequest request) {
    var status =
        VehicleStatus.ofCode(request.status())
            .orElseThrow(
                () -> Problem.invalid("status", "is one of available, unavailable, maintenance"));
    if (!vehicles.setStatus(ActingTransporter.of(caller), id, status)) {
      throw Problem.notFound("vehicle");
    }
    return byId(caller, id);
  }
}
