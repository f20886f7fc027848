package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.order.orders.FollowingAssignments;
import com.weelo.dispatch.platform.outbox.Outbox;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A trip takes a step, as far as the {@link TripPolicy} lets it. */
@Service
public class AdvancingTrip {

  private final Assignments assignments;
  private final FollowingAssignments orders;
  private final Fleet fleet;
  private final Outbox outbox;
  private final Clock clock;

  AdvancingTrip(
      Assignments assignments,
      FollowingAssignments orders,
      Fleet fleet,
      Outbox outbox,
      Clock clock) {
    this.assignments = assignments;
    this.orders = orders;
    this.fleet = fleet;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Runs in the caller's transaction.
   *
   * @param reason why it is cancelled, where it is
   * @throws Problem 404 for strangers, 403 for those who only look on, 409 {@code
   *     INVALID_TRANSITION}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Assignment advance(
      AssignmentId id, Caller caller, TripStatus next, @Nullable String reason) {
    var seen =
        assignments
            .find(id)
            .filter(assignment -> assignment.isKnownTo(caller))
            .orElseThrow(() -> Problem.notFound("assignment"));
    if (!seen.isLedBy(caller)) {
      throw Problem.forbidden("Its driver and its transporter say how far it has come.");
    }
    // Everybody locks an order before anything below it.
    if (seen.orderId() != null) {
      orders.lock(seen.orderId());
    }
    return advance(assignments.lock(id).orElseThrow(), next, reason);
  }

  private Assignment advance(Assignment current, TripStatus next, @Nullable String reason) {
    requireAllowed(current, next);
    var advanced = current.stepTo(next, clock.instant());
    assignments.save(List.of(advanced), reason);
    if (TripPolicy.isOver(next)) {
      fleet.free(List.of(advanced.id()));
    }
    outbox.publish(advanced.updatedFrom(current.status()), advanced.version());
    tellOrder(advanced);
    return advanced;
  }

  /** Last of all, for an order that ends with this calls off what is still on its way. */
  private void tellOrder(Assignment advanced) {
    var order = advanced.orderId();
    var request = advanced.truckRequestId();
    if (order == null || request == null) {
      return;
    }
    switch (advanced.status()) {
      case EN_ROUTE -> orders.started(order, request.value());
      case DELIVERED -> orders.delivered(order, request.value());
      case CANCELLED -> orders.cancelled(order, request.value());
      case ASSIGNED, ARRIVED, LOADED, IN_TRANSIT -> {}
    }
  }

  private static void requireAllowed(Assignment assignment, TripStatus next) {
    if (!TripPolicy.allows(assignment.status(), next)) {
      throw Problem.conflict(
              "INVALID_TRANSITION",
              "What is %s can not become %s.".formatted(assignment.status().code(), next.code()))
          .with("currentStatus", assignment.status().code());
    }
  }
}
