package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Places.somewhere;
import static com.weelo.dispatch.events.TripStatus.CANCELLED;
import static com.weelo.dispatch.events.TripStatus.DELIVERED;
import static com.weelo.dispatch.events.TripStatus.EN_ROUTE;
import static com.weelo.dispatch.events.TripStatus.IN_TRANSIT;
import static com.weelo.dispatch.events.TripStatus.LOADED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@BookingServiceTest
class FollowingTripsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Api api;
  private final Captains captains;
  private final PublishedEvents events;
  private final TestClock clock;
  private final KafkaProbe kafka = KafkaProbe.fromNow(TestStores.get());
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  FollowingTripsIT(Api api, Captains captains, PublishedEvents events, TestClock clock) {
    this.api = api;
    this.captains = captains;
    this.events = events;
    this.clock = clock;
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void a_booking_goes_the_way_its_truck_goes() {
    var captain = captains.near(place, 1).getFirst();
    var booking = acceptedBy(captain);
    var truck = truck(captain, booking, "driver-7");

    truck.isAssigned(kafka);
    awaitStatus(booking, "assigned");
    assertThat(read(booking).text("driverId")).isEqualTo("driver-7");
    truck.is(EN_ROUTE, 2, kafka);
    awaitStatus(booking, "in_progress");
    assertThat(api.cancels(Tokens.customer(customer), booking).code())
        .isEqualTo("TOO_LATE_TO_CANCEL");
    truck.is(DELIVERED, 3, kafka);
    awaitStatus(booking, "completed");

    assertThat(events.typesOf(booking))
        .containsExactly("booking.created", "booking.accepted", "booking.completed");
    assertThat(events.versionsOf(booking)).containsExactly(1, 2, 3);
    assertThat(events.last(booking).path("driverId").asString()).isEqualTo("driver-7");
    assertThat(api.books(customer, somewhere()).status()).isEqualTo(201);
  }

  @Test
  void a_booking_whose_truck_is_called_off_waits_for_another() {
    var captain = captains.near(place, 1).getFirst();
    var booking = acceptedBy(captain);
    var first = truck(captain, booking, "driver-1");
    first.isAssigned(kafka);
    awaitStatus(booking, "assigned");

    first.is(CANCELLED, 2, kafka);
    awaitStatus(booking, "accepted");
    assertThat(read(booking).text("driverId")).isEqualTo(captain);

    truck(captain, booking, "driver-2").isAssigned(kafka);
    awaitStatus(booking, "assigned");
    assertThat(read(booking).text("driverId")).isEqualTo("driver-2");
  }

  @Test
  void what_is_heard_late_does_not_turn_a_trip_back() {
    var captain = captains.near(place, 1).getFirst();
    var booking = acceptedBy(captain);
    var truck = truck(captain, booking, "driver-1");

    truck.is(LOADED, 4, kafka);
    awaitStatus(booking, "in_progress");
    truck.isAssigned(kafka);
    truck.is(CANCELLED, 3, kafka);
    truck.is(DELIVERED, 6, kafka);
    awaitStatus(booking, "completed");
    truck.is(IN_TRANSIT, 5, kafka);

    awaitTimeline(booking, 8); // two of the booking itself, five of the truck, and its completion
    assertThat(read(booking).text("status")).isEqualTo("completed");
    assertThat(events.versionsOf(booking)).containsExactly(1, 2, 3);
  }

  @Test
  void a_truck_of_somebody_who_has_not_won_changes_nothing() {
    var captain = captains.near(place, 1).getFirst();
    var booking = acceptedBy(captain);

    truck("somebody-else", booking, "driver-1").isAssigned(kafka);
    truck(captain, booking, "driver-2").isAssigned(kafka);

    awaitStatus(booking, "assigned");
    assertThat(read(booking).text("driverId")).isEqualTo("driver-2");
  }

  @Test
  void the_timeline_tells_all_that_happened_in_order() {
    var captain = captains.near(place, 3).getFirst();
    var booking = acceptedBy(captain);
    var truck = truck(captain, booking, "driver-1");
    truck.is(DELIVERED, 3, kafka);
    truck.is(EN_ROUTE, 2, kafka);
    truck.isAssigned(kafka);

    var timeline = awaitTimeline(booking, 6);

    assertThat(timeline.valueStream().map(event -> event.path("type").asString()))
        .containsExactly(
            "booking.created",
            "booking.accepted",
            "assignment.created",
            "assignment.updated",
            "assignment.updated",
            "booking.completed");
    assertThat(timeline.valueStream().map(event -> event.path("version").asInt()))
        .containsExactly(1, 2, 1, 2, 3, 3);
    assertThat(timeline.get(0).path("details").path("offeredTo").asInt()).isEqualTo(3);
    assertThat(timeline.get(4).path("details").path("status").asString()).isEqualTo("delivered");
  }

  private String acceptedBy(String captain) {
    var booking = api.books(customer, place).bookingId();
    assertThat(api.accepts(captain, booking).status()).isEqualTo(200);
    return booking;
  }

  private Truck truck(String transporter, String booking, String driver) {
    return Truck.of(transporter, booking, driver, clock.instant());
  }

  private Answer read(String booking) {
    return api.get(Tokens.ops("ops"), "/bookings/" + booking);
  }

  private void awaitStatus(String booking, String status) {
    await().atMost(PATIENCE).until(() -> read(booking).text("status").equals(status));
  }

  private JsonNode awaitTimeline(String booking, int events) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                api.get(Tokens.customer(customer), "/bookings/" + booking + "/timeline")
                    .body()
                    .path("events"),
            timeline -> timeline.size() == events);
  }
}
