package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.PaymentId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What bookings have the services tell: one that goes well 30 events, one that nobody accepts 22,
 * most of them about pushes. There are 2,000 transporters, each with one truck.
 */
final class TradeEvents {

  private static final List<String> TYPES = List.of("PICKUP", "TRUCK_14FT", "TRUCK_20FT");
  private static final int OFFERS = 10;
  private static final int TRANSPORTERS = 667; // of each type
  private static final int IGNORED_ONE_IN = 6;
  private static final Place DROP = new Place(13.05, 77.65, "a drop-off in the north of the city");

  private final Random random = new Random(5);
  private final Consumer<EventEnvelope<DomainEvent>> told;
  private final Duration betweenBookings;
  private Instant now;

  /**
   * @param opening when the first booking is made
   */
  TradeEvents(
      Instant opening, Duration betweenBookings, Consumer<EventEnvelope<DomainEvent>> told) {
    this.now = opening;
    this.betweenBookings = betweenBookings;
    this.told = told;
  }

  void booking() {
    now = now.plus(betweenBookings);
    var booking = new BookingId(EventIds.next().toString());
    var customer = new UserId("customer-" + random.nextInt(100_000));
    var kind = random.nextInt(TYPES.size());
    var type = new VehicleType(TYPES.get(kind));
    var pickup =
        new Place(
            12.85 + random.nextDouble() / 5,
            77.45 + random.nextDouble() / 5,
            "a pick-up somewhere in the city");
    var price = new Money(100_000 + random.nextInt(900_000), "INR");
    var offers = offers(kind);
    var winner = offers.getFirst();
    tell(
        new BookingEvent.Created(
            booking, customer, type, pickup, DROP, price, null, now.plusSeconds(60), 1, offers),
        1L);
    offers.forEach(this::push);
    if (random.nextInt(IGNORED_ONE_IN) == 0) {
      var everybody = offers.stream().map(Offer::transporterId).toList();
      tell(new BookingEvent.Expired(booking, customer, type, pickup, now, everybody), 2L);
      return;
    }
    tell(
        new BookingEvent.Accepted(
            booking,
            customer,
            winner.transporterId(),
            winner.driverId(),
            type,
            pickup,
            DROP,
            price,
            now,
            offers.stream().skip(1).map(Offer::transporterId).toList()),
        2L);
    trip(booking, customer, type, winner);
    tell(
        new BookingEvent.Completed(
            booking, customer, winner.transporterId(), winner.driverId(), type, price, now),
        5L);
    tell(
        new PaymentEvent.Completed(
            new PaymentId(EventIds.next().toString()), booking, null, customer, price, "upi", now),
        1L);
  }

  /** To transporters who have such a truck. */
  private List<Offer> offers(int kind) {
    var first = random.nextInt(TRANSPORTERS);
    return IntStream.range(first, first + OFFERS)
        .map(n -> n % TRANSPORTERS * TYPES.size() + kind)
        .mapToObj(n ->
            new Offer(
                new TransporterId("transporter-" + n),
                new DriverId("driver-" + n),
                150L + n % 1_000))
        .toList();
  }

  private void push(Offer offer) {
    var id = new NotificationId(EventIds.next().toString());
    var user = new UserId(offer.transporterId().value());
    tell(
        new NotificationEvent.Fcm(
            id,
            user,
            "offer",
            true,
            "A job near you",
            "A pick-up, " + offer.distanceMeters() + " m away",
            Map.of("type", "new_broadcast", "wave", "1"),
            null,
            now.plusSeconds(60),
            1L,
            null),
        null);
    tell(new NotificationEvent.Delivery(id, user, "fcm", "offer", "sent", null, 1, now), null);
  }

  private void trip(BookingId booking, UserId customer, VehicleType type, Offer winner) {
    var assignment = new AssignmentId(EventIds.next().toString());
    var vehicle = new VehicleId("vehicle-of-" + winner.driverId());
    tell(
        new AssignmentEvent.Created(
            assignment,
            booking,
            null,
            null,
            customer,
            winner.transporterId(),
            vehicle,
            type,
            winner.driverId(),
            TripStatus.ASSIGNED,
            now),
        1L);
    var version = 2L;
    for (var status :
        List.of(
            TripStatus.EN_ROUTE,
            TripStatus.ARRIVED,
            TripStatus.LOADED,
            TripStatus.IN_TRANSIT,
            TripStatus.DELIVERED)) {
      tell(
          new AssignmentEvent.Updated(
              assignment,
              booking,
              null,
              null,
              customer,
              winner.transporterId(),
              vehicle,
              type,
              winner.driverId(),
              TripStatus.ASSIGNED,
              status,
              now),
          version++);
    }
  }

  private void tell(DomainEvent event, @Nullable Long version) {
    now = now.plusMillis(1);
    told.accept(
        new EventEnvelope<>(
            EventIds.next(),
            now,
            event,
            new EventMetadata("bench", "local", EventIds.next().toString(), null, version)));
  }
}
