package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.order.fleet.DraftPolicy;
import com.weelo.dispatch.order.fleet.Driver;
import com.weelo.dispatch.order.fleet.Drivers;
import com.weelo.dispatch.order.fleet.GrowingFleet;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A transporter's drivers; to others they do not exist. */
@RestController
@RequestMapping("/api/v1/drivers")
class DriversController {

  private final DraftPolicy drafts;
  private final GrowingFleet growing;
  private final Drivers drivers;
  private final IdempotentRequests requests;

  DriversController(
      DraftPolicy drafts, GrowingFleet growing, Drivers drivers, IdempotentRequests requests) {
    this.drafts = drafts;
    this.growing = growing;
    this.drivers = drivers;
    this.requests = requests;
  }

  /**
   * A driver as its transporter describes it.
   *
   * @param driverId the driver's own as a user; given one where left out
   */
  record DriverRequest(@Nullable String driverId, @Nullable String name, @Nullable String phone) {}

  /**
   * A driver as its transporter sees it.
   *
   * @param busy whether on a job, be it another fleet's
   */
  record DriverBody(DriverId driverId, String name, String phone, boolean busy) {
    static DriverBody of(Driver driver) {
      return new DriverBody(driver.id(), driver.name(), driver.phone(), driver.busy());
    }
  }

  /**
   * Some of a fleet's drivers.
   *
   * @param nextCursor gives the next page; absent on the last one
   */
  record DriverPage(List<DriverBody> drivers, @Nullable String nextCursor) {}

  /** Registers a driver with the caller's fleet. */
  @PostMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith("DRIVER_EXISTS")
  @ApiResponse(
      responseCode = "201",
      description = "The driver",
      content = @Content(schema = @Schema(implementation = DriverBody.class)))
  ResponseEntity<?> createDriver(
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @RequestBody DriverRequest request) {
    var employer = ActingTransporter.of(caller);
    var draft = drafts.driver(request.driverId(), request.name(), request.phone()).orElseThrow();
    return requests.once(
        caller.userId(),
        key,
        "POST /drivers",
        request,
        () ->
            ResponseEntity.status(HttpStatus.CREATED)
                .body(DriverBody.of(growing.add(employer, draft))));
  }

  /** The drivers of the caller's fleet. */
  @GetMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  DriverPage listDrivers(
      Caller caller,
      @RequestParam(defaultValue = "") String cursor,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    // One more tells whether there is a next page.
    var found = drivers.page(ActingTransporter.of(caller), cursor, limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    return new DriverPage(
        page.stream().map(DriverBody::of).toList(),
        found.size() > limit ? page.getLast().id().value() : null);
  }

  /**
   * A driver of the caller's fleet.
   *
   * @param id the driver's
   */
  @GetMapping("/{id}")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith("NOT_FOUND")
  DriverBody getDriver(Caller caller, @PathVariable DriverId id) {
    return drivers
        .find(ActingTransporter.of(caller), id)
        .map(DriverBody::of)
        .orElseThrow(() -> Problem.notFound("driver"));
  }
}
