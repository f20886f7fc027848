package com.weelo.dispatch.analytics.testing;

import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.PaymentId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestEvent;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a marketplace's services tell of an hour of bookings and orders. The same seed makes the
 * same course of things, under new ids.
 */
public final class Market {

  private static final List<String> TYPES = List.of("PICKUP", "TRUCK_14FT", "TRUCK_20FT");
  private static final UserId CUSTOMER = new UserId("a-customer");

  private final Random random;
  private final List<EventEnvelope<DomainEvent>> events = new ArrayList<>();
  private Instant now;

  private Market(long seed, Instant opening) {
    this.random = new Random(seed);
    this.now = opening;
  }

  /** The events of so many bookings and a tenth as many orders, in the order of time. */
  public static List<EventEnvelope<DomainEvent>> trading(long seed, Instant opening, int bookings) {
    var market = new Market(seed, opening);
    for (var i = 0; i < bookings; i++) {
      market.booking();
      if (i % 10 == 0) {
        market.order();
      }
    }
    return List.copyOf(market.events);
  }

  private void booking() {
    var booking = new BookingId(EventIds.next().toString());
    var type = new VehicleType(TYPES.get(random.nextInt(TYPES.size())));
    var pickup = place();
    var drop = place();
    var price = new Money(100_000 + random.nextInt(900_000), "INR");
    var ends = now.plusSeconds(60);
    tell(
        new AnalyticsEvent.Recorded(
            CUSTOMER.value(),
            "search.performed",
            CUSTOMER,
            Map.of("vehicleType", type.code()),
            now));
    var offers = offers();
    tell(
        new BookingEvent.Created(
            booking, CUSTOMER, type, pickup, drop, price, null, ends, 1, offers));
    pushes(offers);
    if (random.nextInt(3) == 0) {
      offers = offers();
      tell(
          new BookingEvent.Rebroadcast(
              booking, CUSTOMER, type, pickup, drop, price, ends, 2, offers));
    }
    switch (offers.isEmpty() ? 0 : random.nextInt(6)) {
      case 0 -> tell(new BookingEvent.Expired(booking, CUSTOMER, type, pickup, now, List.of()));
      case 1 ->
          tell(
              new BookingEvent.Cancelled(
                  booking, CUSTOMER, null, type, "customer", "too slow", now, List.of()));
      default -> accepted(booking, type, pickup, drop, price, offers);
    }
  }

  private void accepted(
      BookingId booking,
      VehicleType type,
      Place pickup,
      Place drop,
      Money price,
      List<Offer> offers) {
    var winner = offers.get(random.nextInt(offers.size()));
    var losers =
        offers.stream().map(Offer::transporterId).filter(t -> !t.equals(winner.transporterId()));
    tell(
        new BookingEvent.Accepted(
            booking,
            CUSTOMER,
            winner.transporterId(),
            winner.driverId(),
            type,
            pickup,
            drop,
            price,
            now,
            losers.toList()));
    if (random.nextInt(8) == 0) {
      tell(
          new BookingEvent.Cancelled(
              booking,
              CUSTOMER,
              winner.transporterId(),
              type,
              "transporter",
              "broke down",
              now,
              List.of()));
      return;
    }
    trip(booking, null, type, winner.transporterId(), winner.driverId());
    tell(
        new BookingEvent.Completed(
            booking, CUSTOMER, winner.transporterId(), winner.driverId(), type, price, now));
    tell(
        new PaymentEvent.Completed(
            new PaymentId(EventIds.next().toString()), booking, null, CUSTOMER, price, "upi", now));
  }

  private void order() {
    var order = new OrderId(EventIds.next().toString());
    var pickup = place();
    var drop = place();
    var lines = new ArrayList<VehicleRequirement>();
    for (var type : TYPES.subList(0, 1 + random.nextInt(TYPES.size()))) {
      lines.add(
          new VehicleRequirement(
              new VehicleType(type),
              null,
              1 + random.nextInt(3),
              new Money(100_000 + random.nextInt(9) * 50_000, "INR")));
    }
    var ends = now.plusSeconds(120);
    tell(
        new OrderEvent.Created(
            order, CUSTOMER, pickup, drop, lines, FillPolicy.BEST_EFFORT, null, ends));
    for (var line : lines) {
      tell(
          new TruckRequestEvent.Broadcast(
              order,
              CUSTOMER,
              line.vehicleType(),
              null,
              line.quantity(),
              pickup,
              drop,
              line.pricePerTruck(),
              ends,
              1,
              offers()));
      for (var truck = 0; truck < line.quantity(); truck++) {
        var transporter = transporter();
        var driver = new DriverId("driver-" + random.nextInt(40));
        tell(
            new TruckRequestEvent.Accepted(
                order,
                CUSTOMER,
                new TruckRequestId(EventIds.next().toString()),
                line.vehicleType(),
                transporter,
                new VehicleId("vehicle-" + driver),
                driver,
                now));
        trip(null, order, line.vehicleType(), transporter, driver);
      }
      tell(
          new TruckRequestEvent.Filled(
              order, CUSTOMER, line.vehicleType(), line.quantity(), List.of()));
    }
    tell(
        new OrderEvent.StatusChanged(
            order, CUSTOMER, "searching", "filled", List.of(), now, null, null, null));
    tell(new OrderEvent.Completed(order, CUSTOMER, now));
    tell(
        new PaymentEvent.Completed(
            new PaymentId(EventIds.next().toString()),
            null,
            order,
            CUSTOMER,
            new Money(
                lines.stream().mapToLong(l -> l.quantity() * l.pricePerTruck().amountMinor()).sum(),
                "INR"),
            "bank",
            now));
    tell(new AuditEvent.Logged(order.value(), CUSTOMER, "order.viewed", Map.of(), now));
  }

  private void trip(
      @Nullable BookingId booking,
      @Nullable OrderId order,
      VehicleType type,
      TransporterId transporter,
      DriverId driver) {
    var assignment = new AssignmentId(EventIds.next().toString());
    var vehicle = new VehicleId("vehicle-" + driver);
    tell(
        new AssignmentEvent.Created(
            assignment,
            booking,
            order,
            null,
            CUSTOMER,
            transporter,
            vehicle,
            type,
            driver,
            TripStatus.ASSIGNED,
            now));
    for (var status : List.of(TripStatus.EN_ROUTE, TripStatus.ARRIVED, TripStatus.DELIVERED)) {
      tell(
          new AssignmentEvent.Updated(
              assignment,
              booking,
              order,
              null,
              CUSTOMER,
              transporter,
              vehicle,
              type,
              driver,
              TripStatus.ASSIGNED,
              status,
              now));
    }
  }

  private void pushes(List<Offer> offers) {
    for (var offer : offers) {
      tell(
          new NotificationEvent.Delivery(
              new NotificationId(EventIds.next().toString()),
              new UserId(offer.transporterId().value()),
              "fcm",
              "offer",
              random.nextInt(10) == 0 ? "failed" : "sent",
              null,
              1,
              now));
    }
  }

  private List<Offer> offers() {
    var first = random.nextInt(20);
    return IntStream.range(0, random.nextInt(5))
        .mapToObj(i ->
            new Offer(
                new TransporterId("transporter-" + (first + i)),
                new DriverId("driver-" + (first + i)),
                200L * i))
        .toList();
  }

  private TransporterId transporter() {
    return new TransporterId("transporter-" + random.nextInt(25));
  }

  private Place place() {
    return new Place(12.90 + random.nextInt(15) / 100.0, 77.50 + random.nextInt(15) / 100.0, null);
  }

  private void tell(DomainEvent event) {
    now = now.plusMillis(random.nextInt(2_000));
    events.add(
        new EventEnvelope<>(
            EventIds.next(),
            now,
            event,
            new EventMetadata("a-test", "test", "a-correlation", null, null)));
  }
}
