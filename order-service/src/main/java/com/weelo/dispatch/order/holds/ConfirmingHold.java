package com.weelo.dispatch.order.holds;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.order.assignments.CreatingAssignments;
import com.weelo.dispatch.order.assignments.CreatingAssignments.NewAssignment;
import com.weelo.dispatch.order.orders.ActiveHolds.Reason;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.Orders;
import com.weelo.dispatch.order.orders.Telling;
import com.weelo.dispatch.order.requests.Offers;
import com.weelo.dispatch.order.requests.TruckRequest;
import com.weelo.dispatch.order.requests.TruckRequests;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A transporter names the drivers of what it reserved: those trucks of the order are found. */
@Service
public class ConfirmingHold {

  private final LockingHold locking;
  private final Holds holds;
  private final TruckRequests requests;
  private final Offers offers;
  private final CreatingAssignments assignments;
  private final Orders orders;
  private final Telling telling;
  private final Clock clock;

  ConfirmingHold(
      LockingHold locking,
      Holds holds,
      TruckRequests requests,
      Offers offers,
      CreatingAssignments assignments,
      Orders orders,
      Telling telling,
      Clock clock) {
    this.locking = locking;
    this.holds = holds;
    this.requests = requests;
    this.offers = offers;
    this.assignments = assignments;
    this.orders = orders;
    this.telling = telling;
    this.clock = clock;
  }

  /**
   * Runs in the caller's transaction, which rolls everything back after a failure.
   *
   * @param drivers by vehicle
   * @return what was made, also when the transporter repeats itself
   * @throws Problem 404 for others, 400 where the drivers do not fit the vehicles, 409 {@code
   *     HOLD_EXPIRED} or {@code DRIVER_BUSY}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<NewAssignment> confirm(
      HoldId id, TransporterId transporter, Map<String, String> drivers) {
    var locked = locking.lock(id, transporter);
    var hold = locked.hold();
    var now = clock.instant();
    return switch (hold.status()) {
      case ACTIVE -> {
        if (hold.isOver(now)) {
          throw over(Reason.EXPIRED.code());
        }
        yield confirm(locked.order(), hold, drivers, now);
      }
      case CONFIRMED -> requests.ofHold(id).stream().map(ConfirmingHold::made).toList();
      case RELEASED -> throw over(Objects.requireNonNull(hold.releaseReason()));
    };
  }

  private static Problem over(String reason) {
    return Problem.conflict("HOLD_EXPIRED", "The hold is over, and its trucks are open again.")
        .with("reason", reason);
  }

  private List<NewAssignment> confirm(
      Order order, Hold hold, Map<String, String> drivers, Instant now) {
    var trucks = DriversPolicy.pair(requests.ofHold(hold.id()), drivers);
    var made =
        assignments.confirm(
            order.id(),
            order.terms().customerId(),
            hold.transporterId(),
            hold.id().value(),
            trucks);
    requests.accept(made, now);
    holds.confirm(hold, now);
    var step = order.fill(hold.vehicleType(), hold.trucks(), now);
    telling.tell(order, events(order, hold, made, step, now));
    orders.save(order);
    return made;
  }

  private List<DomainEvent> events(
      Order order,
      Hold hold,
      List<NewAssignment> made,
      OrderEvent.StatusChanged step,
      Instant now) {
    var events = new ArrayList<DomainEvent>();
    made.forEach(assignment -> events.add(accepted(order, hold, assignment, now)));
    if (order.line(hold.vehicleType()).isFull()) {
      events.add(filled(order, hold, now));
    }
    events.add(step);
    return events;
  }

  private static TruckRequestEvent.Accepted accepted(
      Order order, Hold hold, NewAssignment assignment, Instant now) {
    return new TruckRequestEvent.Accepted(
        order.id(),
        order.terms().customerId(),
        new TruckRequestId(assignment.truckRequestId()),
        hold.vehicleType(),
        hold.transporterId(),
        new VehicleId(assignment.vehicleId()),
        new DriverId(assignment.driverId()),
        now);
  }

  /** Whoever serves a truck of the type has no offer to lose. */
  private TruckRequestEvent.Filled filled(Order order, Hold hold, Instant now) {
    var type = hold.vehicleType();
    var serving = requests.serving(order.id(), type);
    return new TruckRequestEvent.Filled(
        order.id(),
        order.terms().customerId(),
        type,
        order.line(type).requested(),
        offers.withdraw(order.id(), type, now).stream()
            .filter(transporter -> !serving.contains(transporter))
            .toList());
  }

  private static NewAssignment made(TruckRequest request) {
    return new NewAssignment(
        Objects.requireNonNull(request.assignmentId()),
        request.truckRequestId().value(),
        Objects.requireNonNull(request.vehicleId()).value(),
        Objects.requireNonNull(request.driverId()).value());
  }
}
