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
  record StatusRequest(@NotBlank String status, @Size(max = 500) @Nullable String reason) {}

  /**
   * Some assignments, newest first.
   *
   * @param nextCursor gives the next page; absent on the last one
   */
  record AssignmentPage(List<AssignmentBody> assignments, @Nullable String nextCursor) {}

  @PostMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  ResponseEntity<?> assign(
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

  @PostMapping("/{id}/status")
  @AllowedRoles({TRANSPORTER, DRIVER})
  ResponseEntity<?> status(
      Caller caller,
      @PathVariable AssignmentId id,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody StatusRequest request) {
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

  @GetMapping("/{id}")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  AssignmentBody byId(Caller caller, @PathVariable AssignmentId id) {
    return AssignmentBody.of(reading.byId(id, caller));
  }

  @GetMapping
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  AssignmentPage list(
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
