package com.weelo.dispatch.booking.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;

import com.weelo.dispatch.booking.catalogue.EstimatePolicy;
import com.weelo.dispatch.booking.catalogue.VehicleCatalogue;
import com.weelo.dispatch.booking.lifecycle.BookingDraft;
import com.weelo.dispatch.booking.lifecycle.CreatingBooking;
import com.weelo.dispatch.booking.matching.Matching;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.redis.RedisLocks;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Books a truck. All that asks Redis comes before the transaction, or goes on without it. */
@RestController
@RequestMapping("/api/v1/bookings")
class NewBookingController {

  private static final Duration LOCK = Duration.ofSeconds(5);

  private final VehicleCatalogue catalogue;
  private final EstimatePolicy estimates;
  private final RedisLocks locks;
  private final Matching matching;
  private final IdempotentRequests requests;
  private final CreatingBooking creating;

  NewBookingController(
      VehicleCatalogue catalogue,
      EstimatePolicy estimates,
      RedisLocks locks,
      Matching matching,
      IdempotentRequests requests,
      CreatingBooking creating) {
    this.catalogue = catalogue;
    this.estimates = estimates;
    this.locks = locks;
    this.matching = matching;
    this.requests = requests;
    this.creating = creating;
  }

  /**
   * Books a truck.
   *
   * <p>The nearest free captains of the vehicle type are offered the job before this answers; more
   * of them in waves, until one accepts or the time is up.
   */
  @PostMapping
  @AllowedRoles(CUSTOMER)
  @RefusedWith({"ACTIVE_BOOKING_EXISTS", "CONCURRENT_REQUEST"})
  @ApiResponse(
      responseCode = "201",
      description = "The booking, searching for a truck",
      content = @Content(schema = @Schema(implementation = BookingCreated.class)))
  ResponseEntity<?> createBooking(
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody BookingRequest request) {
    var draft = draft(caller.userId(), request);
    try (var lock = lock(caller.userId(), key)) {
      var first = matching.wave(1, draft.pickup().point(), draft.vehicleType(), List.of());
      return requests.once(
          caller.userId(),
          key,
          "POST /bookings",
          request,
          () ->
              ResponseEntity.status(HttpStatus.CREATED)
                  .body(BookingCreated.of(creating.create(draft, first), first)));
    }
  }

  private BookingDraft draft(UserId customer, BookingRequest request) {
    var vehicleType = catalogue.find(request.vehicleType());
    var pickup = request.pickup().place();
    var dropoff = request.dropoff().place();
    var price =
        request.price() != null
            ? request.price().money()
            : estimates.estimate(vehicleType, pickup.point(), dropoff.point()).price();
    return new BookingDraft(customer, vehicleType, pickup, dropoff, price, request.goods());
  }

  /** Twins of a request with a key go on, for the database tells them apart. */
  private RedisLocks.Held lock(UserId customer, @Nullable String key) {
    var held = locks.tryLock("customer:" + customer, LOCK);
    if (held.isEmpty() && key == null) {
      throw Problem.conflict("CONCURRENT_REQUEST", "Another booking of yours is being made.");
    }
    return held.orElse(() -> {});
  }
}
