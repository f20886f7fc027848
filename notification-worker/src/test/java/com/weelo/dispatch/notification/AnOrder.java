package com.weelo.dispatch.notification;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
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
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order of seven trucks and what happens to it. */
public record AnOrder(OrderId id, UserId customer, Instant now) {

  public static final VehicleType TRUCK = new VehicleType("TRUCK_14FT");
  public static final VehicleType TIPPER = new VehicleType("TIPPER");
  private static final Place DEPOT = new Place(12.9716, 77.5946, "MG Road 1, Bengaluru");
  private static final Place MARKET = new Place(12.9352, 77.6245, null);
  private static final Money PRICE = new Money(500_000, "INR");

  /** A new one, made by a new customer, that is searched for during half an hour from then. */
  public static AnOrder madeAt(Instant then) {
    return new AnOrder(
        new OrderId(EventIds.next().toString()), new UserId("customer-" + EventIds.next()), then);
  }

  public Instant expiresAt() {
    return now.plus(Duration.ofMinutes(30));
  }

  public OrderEvent.Created made() {
    return new OrderEvent.Created(
        id,
        customer,
        DEPOT,
        MARKET,
        List.of(
            new VehicleRequirement(TRUCK, null, 5, PRICE),
            new VehicleRequirement(TIPPER, null, 2, PRICE)),
        FillPolicy.BEST_EFFORT,
        null,
        expiresAt());
  }

  public TruckRequestEvent.Broadcast offeredTo(String... transporters) {
    return offered(TRUCK, transporters);
  }

  public TruckRequestEvent.Broadcast offered(VehicleType type, String... transporters) {
    return new TruckRequestEvent.Broadcast(
        id,
        customer,
        type,
        "open",
        5,
        DEPOT,
        MARKET,
        PRICE,
        expiresAt(),
        2,
        transporters(transporters).stream()
            .map(t -> new Offer(t, new DriverId("driver-of-" + t), 1_234))
            .toList());
  }

  /** Its trucks of the first kind are found. */
  public TruckRequestEvent.Filled filledFor(String... withdrawnFrom) {
    return new TruckRequestEvent.Filled(id, customer, TRUCK, 5, transporters(withdrawnFrom));
  }

  public TruckRequestEvent.Accepted acceptedBy(String transporter) {
    return new TruckRequestEvent.Accepted(
        id,
        customer,
        new TruckRequestId("truck"),
        TRUCK,
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        new DriverId("driver"),
        now);
  }

  public TruckRequestEvent.HoldReleased releasedOf(String transporter) {
    return new TruckRequestEvent.HoldReleased(
        id, new HoldId("hold"), new TransporterId(transporter), TRUCK, 1, "expired");
  }

  /** With so many of its seven trucks. */
  public OrderEvent.StatusChanged is(String status, int filled, String... withdrawnFrom) {
    return step(status, filled, null, null, withdrawnFrom);
  }

  public OrderEvent.StatusChanged cancelledBy(
      String by, @Nullable String reason, String... withdrawnFrom) {
    return step("cancelled", 0, by, reason, withdrawnFrom);
  }

  private OrderEvent.StatusChanged step(
      String status,
      int filled,
      @Nullable String by,
      @Nullable String reason,
      String... withdrawnFrom) {
    return new OrderEvent.StatusChanged(
        id,
        customer,
        "searching",
        status,
        List.of(
            new FillState(TRUCK, 5, 0, Math.min(5, filled)),
            new FillState(TIPPER, 2, 0, Math.max(0, filled - 5))),
        now,
        transporters(withdrawnFrom),
        by,
        reason);
  }

  /** Comes with the step that cancels it. */
  public OrderEvent.Cancelled cancelled() {
    return new OrderEvent.Cancelled(id, customer, "ops", "a reason", now);
  }

  /** Comes with the step that completes it. */
  public OrderEvent.Completed completed() {
    return new OrderEvent.Completed(id, customer, now);
  }

  /** One of its trucks has a driver. */
  public AssignmentEvent.Created assignedTo(String transporter, String driver) {
    return new AssignmentEvent.Created(
        assignment(driver),
        null,
        id,
        new TruckRequestId("truck"),
        customer,
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        TRUCK,
        new DriverId(driver),
        TripStatus.ASSIGNED,
        now);
  }

  public AssignmentEvent.Updated tripOf(String transporter, String driver, TripStatus status) {
    return new AssignmentEvent.Updated(
        assignment(driver),
        null,
        id,
        new TruckRequestId("truck"),
        customer,
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        TRUCK,
        new DriverId(driver),
        TripStatus.ASSIGNED,
        status,
        now);
  }

  private AssignmentId assignment(String driver) {
    return new AssignmentId("assignment-of-" + driver);
  }

  private static List<TransporterId> transporters(String... names) {
    return Arrays.stream(names).map(TransporterId::new).toList();
  }
}
