package com.weelo.dispatch.notification;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A booking and what happens to it. */
public record ABooking(BookingId id, UserId customer, Instant expiresAt) {

  private static final VehicleType TRUCK = new VehicleType("TRUCK_14FT");
  private static final Place DEPOT = new Place(12.9716, 77.5946, "MG Road 1, Bengaluru");
  private static final Place MARKET = new Place(12.9352, 77.6245, null);
  private static final Money PRICE = new Money(500_000, "INR");

  /** A new one, made by a new customer, that is searched for during half an hour from then. */
  public static ABooking madeAt(Instant then) {
    return new ABooking(
        new BookingId(EventIds.next().toString()),
        new UserId("customer-" + EventIds.next()),
        then.plus(Duration.ofMinutes(30)));
  }

  public BookingEvent.Created offeredTo(String... transporters) {
    return new BookingEvent.Created(
        id, customer, TRUCK, DEPOT, MARKET, PRICE, null, expiresAt, 1, offers(transporters));
  }

  public BookingEvent.Rebroadcast offeredAgainTo(String... transporters) {
    return new BookingEvent.Rebroadcast(
        id, customer, TRUCK, DEPOT, MARKET, PRICE, expiresAt, 2, offers(transporters));
  }

  public BookingEvent.Accepted acceptedBy(String winner, String... losers) {
    return new BookingEvent.Accepted(
        id,
        customer,
        new TransporterId(winner),
        null,
        TRUCK,
        DEPOT,
        MARKET,
        PRICE,
        expiresAt,
        transporters(losers));
  }

  public BookingEvent.Expired expired(String... withdrawnFrom) {
    return new BookingEvent.Expired(
        id, customer, TRUCK, DEPOT, expiresAt, transporters(withdrawnFrom));
  }

  public BookingEvent.Cancelled cancelledBy(
      String role, @Nullable String winner, String... withdrawnFrom) {
    return new BookingEvent.Cancelled(
        id,
        customer,
        winner == null ? null : new TransporterId(winner),
        TRUCK,
        role,
        "changed my mind",
        expiresAt,
        transporters(withdrawnFrom));
  }

  public BookingEvent.Completed completedBy(String winner) {
    return new BookingEvent.Completed(
        id, customer, new TransporterId(winner), null, TRUCK, PRICE, expiresAt);
  }

  public AssignmentEvent.Created assignedTo(String transporter, String driver) {
    return new AssignmentEvent.Created(
        new AssignmentId("assignment-of-" + driver),
        id,
        null,
        null,
        customer,
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        TRUCK,
        new DriverId(driver),
        TripStatus.ASSIGNED,
        expiresAt);
  }

  public AssignmentEvent.Updated calledOff(String transporter, String driver) {
    return new AssignmentEvent.Updated(
        new AssignmentId("assignment-of-" + driver),
        id,
        null,
        null,
        customer,
        new TransporterId(transporter),
        new VehicleId("vehicle"),
        TRUCK,
        new DriverId(driver),
        TripStatus.ASSIGNED,
        TripStatus.CANCELLED,
        expiresAt);
  }

  private static List<Offer> offers(String... transporters) {
    return Arrays.stream(transporters)
        .map(t -> new Offer(new TransporterId(t), new DriverId("driver-of-" + t), 1_234))
        .toList();
  }

  private static List<TransporterId> transporters(String... transporters) {
    return Arrays.stream(transporters).map(TransporterId::new).toList();
  }
}
