package com.weelo.dispatch.booking.trips;

import static com.weelo.dispatch.events.TripStatus.ASSIGNED;
import static com.weelo.dispatch.events.TripStatus.CANCELLED;
import static com.weelo.dispatch.events.TripStatus.DELIVERED;
import static com.weelo.dispatch.events.TripStatus.EN_ROUTE;
import static com.weelo.dispatch.events.TripStatus.IN_TRANSIT;
import static com.weelo.dispatch.events.TripStatus.LOADED;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.booking.lifecycle.BookingStatus;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TripPolicyTests {

  /** An event of an assignment, at its version. */
  private record Heard(String assignment, int version, TripStatus status) {}

  @Test
  void a_booking_is_where_its_truck_is() {
    assertThat(after(new Heard("a", 1, ASSIGNED))).isEqualTo(BookingStatus.ASSIGNED);
    assertThat(after(new Heard("a", 2, EN_ROUTE))).isEqualTo(BookingStatus.IN_PROGRESS);
    assertThat(after(new Heard("a", 2, IN_TRANSIT))).isEqualTo(BookingStatus.IN_PROGRESS);
    assertThat(after(new Heard("a", 2, DELIVERED))).isEqualTo(BookingStatus.COMPLETED);
    assertThat(after(new Heard("a", 2, CANCELLED))).isEqualTo(BookingStatus.ACCEPTED);
    assertThat(after()).isEqualTo(BookingStatus.ACCEPTED);
  }

  @Test
  void whatever_order_events_come_in_and_however_often_they_end_the_same() {
    var heard =
        new ArrayList<>(
            List.of(
                new Heard("a", 1, ASSIGNED),
                new Heard("a", 2, EN_ROUTE),
                new Heard("a", 3, CANCELLED),
                new Heard("b", 1, ASSIGNED),
                new Heard("b", 2, EN_ROUTE),
                new Heard("b", 3, LOADED),
                new Heard("b", 3, LOADED)));
    var random = new Random(7);
    for (var n = 0; n < 500; n++) {
      Collections.shuffle(heard, random);

      var current = TripPolicy.current(trips(heard)).orElseThrow();

      assertThat(current.status()).as("%s", heard).isEqualTo(LOADED);
      assertThat(current.driverId()).isEqualTo(new DriverId("driver-of-b"));
    }
  }

  private static BookingStatus after(Heard... heard) {
    return TripPolicy.current(trips(List.of(heard)))
        .map(Trip::status)
        .map(TripPolicy::bookingStatus)
        .orElse(BookingStatus.ACCEPTED);
  }

  private static List<Trip> trips(List<Heard> heard) {
    var trips = new HashMap<String, Trip>();
    for (var h : heard) {
      trips
          .computeIfAbsent(h.assignment(), id -> new Trip("booking", event(h), h.version()))
          .hear(event(h), h.version());
    }
    return List.copyOf(trips.values());
  }

  private static AssignmentEvent event(Heard heard) {
    return new AssignmentEvent.Updated(
        new AssignmentId(heard.assignment()),
        new BookingId("booking"),
        null,
        null,
        new UserId("customer"),
        new TransporterId("transporter"),
        new VehicleId("vehicle"),
        new VehicleType("TANKER"),
        new DriverId("driver-of-" + heard.assignment()),
        ASSIGNED,
        heard.status(),
        Instant.EPOCH);
  }
}
