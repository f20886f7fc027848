package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A booking, and the events of its life. */
record ABooking(BookingId id, String customer) {

  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final VehicleType VEHICLE = new VehicleType("TRUCK_14FT");
  static final Place PICKUP = new Place(12.97, 77.59, "Cubbon Park");
  static final Place DROPOFF = new Place(13.20, 77.71, "Airport");
  static final Money PRICE = new Money(500_000, "INR");

  static ABooking by(String customer) {
    return new ABooking(new BookingId(EventIds.next().toString()), customer);
  }

  BookingEvent.Created offeredTo(String... transporters) {
    return new BookingEvent.Created(
        id,
        new UserId(customer),
        VEHICLE,
        PICKUP,
        DROPOFF,
        PRICE,
        null,
        NOW.plusSeconds(60),
        1,
        offers(transporters));
  }

  BookingEvent.Rebroadcast thenOfferedTo(String... transporters) {
    return new BookingEvent.Rebroadcast(
        id,
        new UserId(customer),
        VEHICLE,
        PICKUP,
        DROPOFF,
        PRICE,
        NOW.plusSeconds(60),
        2,
        offers(transporters));
  }

  BookingEvent.Accepted acceptedBy(String transporter, String... losers) {
    return new BookingEvent.Accepted(
        id,
        new UserId(customer),
        new TransporterId(transporter),
        new DriverId(transporter),
        VEHICLE,
        PICKUP,
        DROPOFF,
        PRICE,
        NOW,
        transporters(losers));
  }

  BookingEvent.Expired expiredFor(String... transporters) {
    return new BookingEvent.Expired(
        id, new UserId(customer), VEHICLE, PICKUP, NOW, transporters(transporters));
  }

  BookingEvent.Cancelled cancelledBeforeAnybodyWon(String... transporters) {
    return new BookingEvent.Cancelled(
        id,
        new UserId(customer),
        null,
        VEHICLE,
        "customer",
        "changed my mind",
        NOW,
        transporters(transporters));
  }

  BookingEvent.Cancelled cancelledAfter(String winner) {
    return new BookingEvent.Cancelled(
        id,
        new UserId(customer),
        new TransporterId(winner),
        VEHICLE,
        "transporter",
        "breakdown",
        NOW,
        List.of());
  }

  BookingEvent.Completed completedBy(String transporter, String driver) {
    return new BookingEvent.Completed(
        id,
        new UserId(customer),
        new TransporterId(transporter),
        new DriverId(driver),
        VEHICLE,
        PRICE,
        NOW);
  }

  private static List<Offer> offers(String... transporters) {
    return transporters(transporters).stream()
        .map(t -> new Offer(t, new DriverId(t.value()), 420))
        .toList();
  }

  private static List<TransporterId> transporters(String... names) {
    return Arrays.stream(names).map(TransporterId::new).toList();
  }
}
