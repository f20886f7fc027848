package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;
import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.OPS;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.order.assignments.AdvancingTrip;
import com.weelo.dispatch.order.assignments.AssigningBooking;
import com.weelo.dispatch.order.assignments.ReadingAssignments;
import com.weelo.dispatch.order.assignments.ReadingAssignments.Wanted;
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
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/** Trucks on their jobs; to strangers they do not exist. */
@RestController
@RequestMapping("/api/v1/assignments")
class AssignmentsController {

  private final AssigningBooking assigning;
  private final AdvancingTrip advancing;
  private final ReadingAssignments reading;
  private final IdempotentRequests requests;

  AssignmentsController(
      AssigningBooking assigning,
      AdvancingTrip advancing,
      ReadingAssignments reading,
      IdempotentRequests requests) {
    this.assigning = assigning;
    this.advancing = advancing;
    this.reading = reading;
    this.requests = requests;
  }

  /** Who drives what for a booking. */
  record AssignmentRequest(
      @NotNull BookingId bookingId, @NotNull VehicleId vehicleId, @NotNull DriverId driverId) {}

  /**
   * How far a trip has come.
   *
   * @param reason why it is cancelled, where it is
   */
  record TripRequest(@NotBlank String status, @Size(max = 500) @Nullable String reason) {}

  /**
   * Some assignments, newest first.
   *
   * @param nextCursor gives the next page; absent on the last one
   */
  record AssignmentPage(List<AssignmentBody> assignments, @Nullable String nextCursor) {}

  /** Puts a vehicle and a driver on a booking that the caller's transporter won. */
  @PostMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith({
    "NOT_FOUND",
    "UNKNOWN_VEHICLE",
    "UNKNOWN_DRIVER",
    "WRONG_VEHICLE_TYPE",
    "VEHICLE_BUSY",
    "DRIVER_BUSY",
    "BOOKING_CANCELLED",
    "ALREADY_ASSIGNED"
  })
  @ApiResponse(
      responseCode = "201",
      description = "The assignment",
      content = @Content(schema = @Schema(implementation = AssignmentBody.class)))
  ResponseEntity<?> createAssignment(
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody AssignmentRequest request) {
    var transporter = ActingTransporter.of(caller);
    assigning.await(transporter, request.bookingId());
    return requests.once(
        caller.userId(),
        key,
        "POST /assignments",
        request,
        () ->
            ResponseEntity.status(HttpStatus.CREATED)
                .body(
                    AssignmentBody.of(
                        assigning.assign(
                            transporter,
                            request.bookingId(),
                            request.vehicleId(),
                            request.driverId()))));
  }

  /**
   * Says how far a trip has come, or calls it off.
   *
   * @param id the assignment's
   */
  @PostMapping("/{id}/status")
  @AllowedRoles({TRANSPORTER, DRIVER})
  @RefusedWith({"NOT_FOUND", "INVALID_TRANSITION"})
  @ApiResponse(
      responseCode = "200",
      description = "The assignment, in its new status",
      content = @Content(schema = @Schema(implementation = AssignmentBody.class)))
  ResponseEntity<?> advanceAssignment(
      Caller caller,
      @PathVariable AssignmentId id,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody TripRequest request) {
    var next = status(request.status());
    return requests.once(
        caller.userId(),
        key,
        "POST /assignments/" + id + "/status",
        request,
        () ->
            ResponseEntity.ok(
                AssignmentBody.of(advancing.advance(id, caller, next, request.reason()))));
  }

  private static TripStatus status(String code) {
    return Arrays.stream(TripStatus.values())
        .filter(status -> status.code().equals(code))
        .findAny()
        .orElseThrow(() -> Problem.invalid("status", "is not an assignment's status"));
  }

  /**
   * An assignment, for its customer, its transporter, its driver and ops.
   *
   * @param id the assignment's
   */
  @GetMapping("/{id}")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  @RefusedWith("NOT_FOUND")
  AssignmentBody getAssignment(Caller caller, @PathVariable AssignmentId id) {
    return AssignmentBody.of(reading.byId(id, caller));
  }

  /**
   * The caller's assignments, newest first; ops see everybody's.
   *
   * @param active only those that are under way
   * @param bookingId only those of this booking
   * @param orderId only those of this order
   */
  @GetMapping
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  AssignmentPage listAssignments(
      Caller caller,
      @RequestParam(defaultValue = "false") boolean active,
      @RequestParam Optional<String> bookingId,
      @RequestParam Optional<String> orderId,
      @RequestParam Optional<AssignmentId> cursor,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
    // One more tells whether there is a next page.
    var found = reading.list(caller, new Wanted(active, bookingId, orderId), cursor, limit + 1);
    var page = found.subList(0, Math.min(limit, found.size()));
    return new AssignmentPage(
        page.stream().map(AssignmentBody::of).toList(),
        found.size() > limit ? page.getLast().id().value() : null);
  }
}
