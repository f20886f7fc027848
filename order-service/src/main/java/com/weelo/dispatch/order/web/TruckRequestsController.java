package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.order.requests.OfferedRequest;
import com.weelo.dispatch.order.requests.ReadingTruckRequests;
import com.weelo.dispatch.order.requests.RequestStatus;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a transporter may have of orders, and what it has. */
@RestController
@RequestMapping("/api/v1/truck-requests")
class TruckRequestsController {

  private final ReadingTruckRequests reading;

  TruckRequestsController(ReadingTruckRequests reading) {
    this.reading = reading;
  }

  /**
   * Some requests, newest first.
   *
   * @param nextCursor gives the next page; absent on the last one
   */
  record RequestPage(List<OfferedRequest> truckRequests, @Nullable String nextCursor) {

    /**
     * @param found more than the limit where there is a next page
     */
    static RequestPage of(List<OfferedRequest> found, int limit) {
      var page = found.subList(0, Math.min(limit, found.size()));
      return new RequestPage(
          page, found.size() > limit ? page.getLast().truckRequestId().value() : null);
    }
  }

  /**
   * What the caller's transporter was offered of orders, newest first.
   *
   * @param status only those of this status
   */
  @GetMapping
  @AllowedRoles({TRANSPORTER, DRIVER})
  RequestPage listTruckRequests(
      Caller caller,
      @RequestParam(defaultValue = "open") String status,
      @RequestParam Optional<String> cursor,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
    var wanted =
        RequestStatus.ofCode(status)
            .orElseThrow(() -> Problem.invalid("status", "is not a truck request's status"));
    var found =
        reading.list(
            caller.transporterId(),
            wanted,
            cursor,
            limit + 1); // one more tells whether there is a next page
    return RequestPage.of(found, limit);
  }
}
