package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.order.assignments.CreatingAssignments.NewAssignment;
import com.weelo.dispatch.order.fleet.VehicleCatalogue;
import com.weelo.dispatch.order.holds.ConfirmingHold;
import com.weelo.dispatch.order.holds.GivingBackHold;
import com.weelo.dispatch.order.holds.ReservingTrucks;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How transporters take trucks of an order: reserve, then name the drivers. */
@RestController
@RequestMapping("/api/v1")
class HoldsController {

  private final VehicleCatalogue catalogue;
  private final IdempotentRequests requests;
  private final ReservingTrucks reserving;
  private final ConfirmingHold confirming;
  private final GivingBackHold givingBack;

  HoldsController(
      VehicleCatalogue catalogue,
      IdempotentRequests requests,
      ReservingTrucks reserving,
      ConfirmingHold confirming,
      GivingBackHold givingBack) {
    this.catalogue = catalogue;
    this.requests = requests;
    this.reserving = reserving;
    this.confirming = confirming;
    this.givingBack = givingBack;
  }

  /** What a transporter reserves: a request of the type for each vehicle. */
  record HoldRequest(
      @NotNull String vehicleType,
      @NotEmpty @Size(max = 100) List<@NotBlank @Size(max = 128) String> vehicleIds) {}

  record HoldCreated(HoldId holdId, int trucks, Instant expiresAt) {}

  /**
   * Who drives.
   *
   * @param drivers by vehicle
   */
  record ConfirmRequest(@NotEmpty @Size(max = 100) Map<String, @Size(max = 128) String> drivers) {}

  record Assignments(List<NewAssignment> assignments) {}

  /**
   * Reserves trucks of an order for some seconds: all of them, or none.
   *
   * @param id the order's
   */
  @PostMapping("/orders/{id}/holds")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith({
    "NOT_FOUND",
    "NOT_OFFERED",
    "ORDER_EXPIRED",
    "ORDER_CANCELLED",
    "NOT_ENOUGH_OPEN_REQUESTS",
    "VEHICLE_BUSY",
    "UNKNOWN_VEHICLE",
    "WRONG_VEHICLE_TYPE"
  })
  @ApiResponse(
      responseCode = "201",
      description = "The hold",
      content = @Content(schema = @Schema(implementation = HoldCreated.class)))
  ResponseEntity<?> createHold(
      @PathVariable OrderId id,
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody HoldRequest request) {
    var transporter = ActingTransporter.of(caller);
    var type = catalogue.find("vehicleType", request.vehicleType());
    if (new HashSet<>(request.vehicleIds()).size() < request.vehicleIds().size()) {
      throw Problem.invalid("vehicleIds", "name a vehicle twice");
    }
    return requests.once(
        caller.userId(),
        key,
        "POST /orders/" + id + "/holds",
        request,
        () -> {
          var hold = reserving.reserve(id, transporter, type, request.vehicleIds());
          return ResponseEntity.status(HttpStatus.CREATED)
              .body(new HoldCreated(hold.id(), hold.trucks(), hold.expiresAt()));
        });
  }

  /**
   * Names the drivers of a hold's vehicles, and so takes its trucks.
   *
   * @param id the hold's
   */
  @PostMapping("/holds/{id}/confirm")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith({"NOT_FOUND", "HOLD_EXPIRED", "DRIVER_BUSY", "UNKNOWN_DRIVER", "UNKNOWN_VEHICLE"})
  @ApiResponse(
      responseCode = "200",
      description = "An assignment for each vehicle",
      content = @Content(schema = @Schema(implementation = Assignments.class)))
  ResponseEntity<?> confirmHold(
      @PathVariable HoldId id,
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody ConfirmRequest request) {
    var transporter = ActingTransporter.of(caller);
    return requests.once(
        caller.userId(),
        key,
        "POST /holds/" + id + "/confirm",
        request,
        () ->
            ResponseEntity.ok(
                new Assignments(confirming.confirm(id, transporter, request.drivers()))));
  }

  /**
   * Gives a hold's trucks back.
   *
   * @param id the hold's
   */
  @DeleteMapping("/holds/{id}")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @RefusedWith({"NOT_FOUND", "HOLD_CONFIRMED"})
  void releaseHold(@PathVariable HoldId id, Caller caller) {
    givingBack.giveBack(id, ActingTransporter.of(caller));
  }
}
