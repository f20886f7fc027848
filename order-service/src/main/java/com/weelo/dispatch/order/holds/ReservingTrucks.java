package com.weelo.dispatch.order.holds;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.fleet.Fleet;
import com.weelo.dispatch.order.orders.ActiveHolds;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.OrderTimes;
import com.weelo.dispatch.order.orders.Orders;
import com.weelo.dispatch.order.orders.Telling;
import com.weelo.dispatch.order.requests.Offers;
import com.weelo.dispatch.order.requests.TruckRequests;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A transporter reserves open requests of a type for its vehicles: for all of them, or none. */
@Service
public class ReservingTrucks {

  private final Orders orders;
  private final Offers offers;
  private final ActiveHolds activeHolds;
  private final TruckRequests requests;
  private final Fleet fleet;
  private final Holds holds;
  private final Telling telling;
  private final OrderTimes times;
  private final Clock clock;

  ReservingTrucks(
      Orders orders,
      Offers offers,
      ActiveHolds activeHolds,
      TruckRequests requests,
      Fleet fleet,
      Holds holds,
      Telling telling,
      OrderTimes times,
      Clock clock) {
    this.orders = orders;
    this.offers = offers;
    this.activeHolds = activeHolds;
    this.requests = requests;
    this.fleet = fleet;
    this.holds = holds;
    this.telling = telling;
    this.times = times;
    this.clock = clock;
  }

  /**
   * Runs in the caller's transaction, which rolls back whatever was reserved before a failure.
   *
   * @param vehicleIds at least one, none twice
   * @throws Problem 404, 403 {@code NOT_OFFERED}, 409 {@code ORDER_EXPIRED}, {@code
   *     ORDER_CANCELLED}, {@code NOT_ENOUGH_OPEN_REQUESTS} or {@code VEHICLE_BUSY}, and what the
   *     {@link Fleet} has against the vehicles
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Hold reserve(
      OrderId id, TransporterId transporter, VehicleType type, List<String> vehicleIds) {
    var order = orders.lock(id).orElseThrow(() -> Problem.notFound("order"));
    var now = clock.instant();
    requireOffered(order, type, transporter);
    requireSearching(order, now);
    if (order.isDue(now)) { // as it is once one of its holds is over
      activeHolds.releaseExpired(order, now);
    }
    var hold = hold(order, transporter, type, vehicleIds, now);
    if (requests.hold(id, type, hold.id(), transporter, vehicleIds) < vehicleIds.size()) {
      throw notEnough(order.line(type).open());
    }
    fleet.reserve(hold.id().value(), transporter, type, vehicleIds);
    holds.insert(hold);
    order.hold(type, hold.trucks(), hold.expiresAt());
    telling.tell(order, reserved(hold));
    orders.save(order);
    return hold;
  }

  private void requireOffered(Order order, VehicleType type, TransporterId transporter) {
    if (!offers.wasMade(order.id(), type, transporter)) {
      throw new Problem(
          HttpStatus.FORBIDDEN,
          "NOT_OFFERED",
          "Such trucks of this order were not offered to you.");
    }
  }

  private static void requireSearching(Order order, Instant now) {
    switch (order.statusAt(now)) {
      case PROCESSING, SEARCHING, PARTIALLY_FILLED -> {}
      case FILLED, CONFIRMED, COMPLETED -> throw notEnough(0);
      case EXPIRED -> throw Problem.conflict("ORDER_EXPIRED", "Its time is up.");
      case CANCELLED -> throw Problem.conflict("ORDER_CANCELLED", "It was called off.");
    }
  }

  private static Problem notEnough(int open) {
    return Problem.conflict(
            "NOT_ENOUGH_OPEN_REQUESTS", "So many trucks of the type are not to be had any more.")
        .with("open", open);
  }

  private Hold hold(
      Order order,
      TransporterId transporter,
      VehicleType type,
      List<String> vehicleIds,
      Instant now) {
    var until = now.plus(times.holdTime());
    return new Hold(
        new HoldId(EventIds.next().toString()),
        order.id(),
        type,
        transporter,
        vehicleIds,
        HoldStatus.ACTIVE,
        now,
        until.isBefore(order.expiresAt()) ? until : order.expiresAt(),
        null);
  }

  private static TruckRequestEvent.HoldReserved reserved(Hold hold) {
    return new TruckRequestEvent.HoldReserved(
        hold.orderId(),
        hold.id(),
        hold.transporterId(),
        hold.vehicleType(),
        hold.vehicles(),
        hold.expiresAt());
  }
}
