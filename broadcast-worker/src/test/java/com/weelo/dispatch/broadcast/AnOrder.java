package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.FillState;
import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** An order of five trucks of a kind and two of another, and the events of its life. */
public record AnOrder(OrderId id, String customer) {

  public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  public static final VehicleType TRUCK = new VehicleType("TRUCK_14FT");
  public static final VehicleType TIPPER = new VehicleType("TIPPER");
  private static final Place PICKUP = new Place(12.97, 77.59, "Cubbon Park");
  private static final Place DROPOFF = new Place(13.20, 77.71, "Airport");
  private static final Money PRICE = new Money(500_000, "INR");
  private static final List<FillState> FILL =
      List.of(new FillState(TRUCK, 5, 1, 3), new FillState(TIPPER, 2, 0, 2));

  public static AnOrder by(String customer) {
    return new AnOrder(new OrderId(EventIds.next().toString()), customer);
  }

  public OrderEvent.Created made() {
    return new OrderEvent.Created(
        id,
        new UserId(customer),
        PICKUP,
        DROPOFF,
        List.of(
            new VehicleRequirement(TRUCK, null, 5, PRICE),
            new VehicleRequirement(TIPPER, null, 2, PRICE)),
        FillPolicy.BEST_EFFORT,
        null,
        NOW.plusSeconds(300));
  }

  public TruckRequestEvent.Broadcast offeredTo(String... transporters) {
    return offered(TRUCK, transporters);
  }

  public TruckRequestEvent.Broadcast offered(VehicleType type, String... transporters) {
    return new TruckRequestEvent.Broadcast(
        id,
        new UserId(customer),
        type,
        "open",
        5,
        PICKUP,
        DROPOFF,
        PRICE,
        NOW.plusSeconds(300),
        1,
        transporters(transporters).stream()
            .map(t -> new Offer(t, new DriverId(t.value()), 420))
            .toList());
  }

  public TruckRequestEvent.Accepted acceptedBy(String transporter) {
    return new TruckRequestEvent.Accepted(
        id,
        new UserId(customer),
        new TruckRequestId("truck"),
        TRUCK,
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        new DriverId(transporter),
        NOW);
  }

  /** Its trucks of the first kind are found. */
  public TruckRequestEvent.Filled filledFor(String... withdrawnFrom) {
    return new TruckRequestEvent.Filled(
        id, new UserId(customer), TRUCK, 5, transporters(withdrawnFrom));
  }

  public TruckRequestEvent.HoldReserved heldBy(String transporter) {
    return new TruckRequestEvent.HoldReserved(
        id,
        new HoldId("a-hold"),
        new TransporterId(transporter),
        TRUCK,
        List.of(new VehicleId("vehicle")),
        NOW.plusSeconds(15));
  }

  public TruckRequestEvent.HoldReleased releasedOf(String transporter, String reason) {
    return new TruckRequestEvent.HoldReleased(
        id, new HoldId("a-hold"), new TransporterId(transporter), TRUCK, 1, reason);
  }

  /** A step in the search. */
  public OrderEvent.StatusChanged partlyFilled() {
    return step("searching", "partially_filled");
  }

  /** The search is over. */
  public OrderEvent.StatusChanged confirmedFor(String... withdrawnFrom) {
    return step("partially_filled", "confirmed", withdrawnFrom);
  }

  public OrderEvent.StatusChanged completed() {
    return step("confirmed", "completed");
  }

  private OrderEvent.StatusChanged step(String previous, String next, String... withdrawnFrom) {
    return new OrderEvent.StatusChanged(
        id,
        new UserId(customer),
        previous,
        next,
        FILL,
        NOW,
        transporters(withdrawnFrom),
        null,
        null);
  }

  /**
   * @param status cancelled or expired
   */
  public OrderEvent.StatusChanged givenUp(String status, String by, String... withdrawnFrom) {
    return new OrderEvent.StatusChanged(
        id,
        new UserId(customer),
        "partially_filled",
        status,
        FILL,
        NOW,
        transporters(withdrawnFrom),
        by,
        "a reason");
  }

  /** Follows the step that gives it up. */
  public OrderEvent.Cancelled cancelled() {
    return new OrderEvent.Cancelled(id, new UserId(customer), "customer", "a reason", NOW);
  }

  /** Follows the step that completes it. */
  public OrderEvent.Completed delivered() {
    return new OrderEvent.Completed(id, new UserId(customer), NOW);
  }

  private static List<TransporterId> transporters(String... names) {
    return Arrays.stream(names).map(TransporterId::new).toList();
  }
}
