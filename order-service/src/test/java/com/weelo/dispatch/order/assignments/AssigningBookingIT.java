package com.weelo.dispatch.order.assignments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.order.testing.Answer;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Bookings;
import com.weelo.dispatch.order.testing.Carrier;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@OrderServiceTest
class AssigningBookingIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Api api;
  private final PublishedEvents events;
  private final KafkaProbe kafka = KafkaProbe.fromNow(TestStores.get());
  private final Bookings bookings = new Bookings(kafka);
  private final Carrier carrier;

  @Autowired
  AssigningBookingIT(Api api, PublishedEvents events) {
    this.api = api;
    this.events = events;
    this.carrier = Carrier.of(api);
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void who_won_a_booking_sends_a_truck_and_its_driver_brings_the_goods() {
    var booking = bookings.wonBy(carrier);
    var vehicle = carrier.vehicle("TRUCK_14FT");
    var driver = carrier.driver();

    var assigned = assigns(booking, vehicle, driver);
    var assignment = assigned.text("assignmentId");
    for (var status : List.of("en_route", "arrived", "loaded", "in_transit", "delivered")) {
      assertThat(says(Tokens.driver(driver, carrier.id()), assignment, status).text("status"))
          .isEqualTo(status);
    }

    assertThat(assigned.status()).isEqualTo(201);
    assertThat(assigned.text("status")).isEqualTo("assigned");
    var told = events.ofJob(booking);
    assertThat(PublishedEvents.types(told))
        .containsExactly(
            "assignment.created",
            "assignment.updated",
            "assignment.updated",
            "assignment.updated",
            "assignment.updated",
            "assignment.updated");
    assertThat(PublishedEvents.versions(told)).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(PublishedEvents.statuses(told))
        .containsExactly("assigned", "en_route", "arrived", "loaded", "in_transit", "delivered");
    assertThat(told.getFirst().at("/data/customerId").asString())
        .isEqualTo(Bookings.customerOf(booking));
    assertThat(told.getLast().at("/data/previousStatus").asString()).isEqualTo("in_transit");
    assertThat(isBusy("/vehicles/" + vehicle)).isFalse();
    assertThat(isBusy("/drivers/" + driver)).isFalse();
  }

  @Test
  void a_vehicle_and_a_driver_are_on_one_job_at_a_time() {
    var vehicle = carrier.vehicle("TRUCK_14FT");
    var driver = carrier.driver();
    assigns(bookings.wonBy(carrier), vehicle, driver);

    var next = bookings.wonBy(carrier);

    assertThat(isBusy("/vehicles/" + vehicle)).isTrue();
    assertThat(isBusy("/drivers/" + driver)).isTrue();
    assertThat(assigns(next, vehicle, carrier.driver()).code()).isEqualTo("VEHICLE_BUSY");
    assertThat(assigns(next, carrier.vehicle("TRUCK_14FT"), driver).code())
        .isEqualTo("DRIVER_BUSY");
    assertThat(events.ofJob(next)).isEmpty();
    var other = assigns(next, carrier.vehicle("TRUCK_14FT"), carrier.driver());
    assertThat(other.status()).as("what was refused holds nothing up").isEqualTo(201);
  }

  @Test
  void a_truck_and_its_driver_are_one_in_two_fleets() {
    var other = Carrier.of(api);
    var vehicle = carrier.vehicle("TRUCK_14FT", "KA 51 " + carrier.id());
    var same = other.vehicle("TRUCK_14FT", "ka-51-" + carrier.id());
    var driver = carrier.driver();
    other.employs(driver);
    assigns(bookings.wonBy(carrier), vehicle, driver);

    var booking = bookings.wonBy(other);

    assertThat(other.assigns(booking, same, other.driver()).code()).isEqualTo("VEHICLE_BUSY");
    assertThat(other.assigns(booking, other.vehicle("TRUCK_14FT"), driver).code())
        .isEqualTo("DRIVER_BUSY");
  }

  @Test
  void after_a_cancelled_trip_another_truck_is_sent() {
    var booking = bookings.wonBy(carrier);
    var vehicle = carrier.vehicle("TRUCK_14FT");
    var driver = carrier.driver();
    var first = assigns(booking, vehicle, driver).text("assignmentId");

    assertThat(assigns(booking, carrier.vehicle("TRUCK_14FT"), carrier.driver()).code())
        .isEqualTo("ALREADY_ASSIGNED");
    assertThat(carrier.says(first, "cancelled").status()).isEqualTo(200);
    var second = assigns(booking, vehicle, driver);

    assertThat(second.status()).isEqualTo(201);
    assertThat(PublishedEvents.versions(events.ofJob(booking, first))).containsExactly(1, 2);
    assertThat(PublishedEvents.versions(events.ofJob(booking, second.text("assignmentId"))))
        .containsExactly(1);
  }

  @Test
  void a_booking_that_has_delivered_wants_no_other_truck() {
    var booking = bookings.wonBy(carrier);
    var assignment =
        assigns(booking, carrier.vehicle("TRUCK_14FT"), carrier.driver()).text("assignmentId");
    List.of("en_route", "arrived", "loaded", "in_transit", "delivered")
        .forEach(status -> carrier.says(assignment, status));

    assertThat(assigns(booking, carrier.vehicle("TRUCK_14FT"), carrier.driver()).code())
        .isEqualTo("ALREADY_ASSIGNED");
  }

  @Test
  void a_cancelled_booking_calls_its_truck_off() {
    var booking = bookings.wonBy(carrier);
    var vehicle = carrier.vehicle("TRUCK_14FT");
    var driver = carrier.driver();
    var assignment = assigns(booking, vehicle, driver).text("assignmentId");
    carrier.says(assignment, "en_route");

    bookings.cancelled(booking, carrier);

    await().atMost(PATIENCE).until(() -> !isBusy("/vehicles/" + vehicle));
    assertThat(isBusy("/drivers/" + driver)).isFalse();
    assertThat(PublishedEvents.statuses(events.ofJob(booking)))
        .containsExactly("assigned", "en_route", "cancelled");
    assertThat(PublishedEvents.versions(events.ofJob(booking))).containsExactly(1, 2, 3);
    assertThat(assigns(booking, vehicle, driver).code()).isEqualTo("BOOKING_CANCELLED");
    assertThat(carrier.says(assignment, "arrived").code()).isEqualTo("INVALID_TRANSITION");
  }

  @Test
  void a_cancellation_that_is_heard_before_the_acceptance_stands() {
    var booking = Bookings.newId();
    bookings.cancelled(booking, carrier);
    var vehicle = carrier.vehicle("TRUCK_14FT");
    var driver = carrier.driver();
    awaitCode(booking, vehicle, driver, "BOOKING_CANCELLED");

    var accepted = bookings.accepted(booking, carrier, "TRUCK_14FT");
    await().atMost(PATIENCE).until(() -> events.isHandled(accepted));

    assertThat(carrier.assigns(booking, vehicle, driver).code()).isEqualTo("BOOKING_CANCELLED");
  }

  @Test
  void what_has_no_place_on_the_job_is_refused_and_changes_nothing() {
    var booking = bookings.wonBy(carrier);
    var vehicle = carrier.vehicle("TRUCK_14FT");
    var driver = carrier.driver();
    var stranger = Carrier.of(api);
    var laidUp = carrier.vehicle("TRUCK_14FT");
    api.put(carrier.token(), "/vehicles/" + laidUp + "/status", Map.of("status", "maintenance"));

    assertThat(assigns(booking, stranger.vehicle("TRUCK_14FT"), driver).code())
        .isEqualTo("UNKNOWN_VEHICLE");
    assertThat(assigns(booking, carrier.vehicle("TIPPER"), driver).code())
        .isEqualTo("WRONG_VEHICLE_TYPE");
    assertThat(assigns(booking, laidUp, driver).code()).isEqualTo("VEHICLE_BUSY");
    assertThat(assigns(booking, vehicle, stranger.driver()).code()).isEqualTo("UNKNOWN_DRIVER");
    assertThat(
            stranger.assigns(booking, stranger.vehicle("TRUCK_14FT"), stranger.driver()).status())
        .isEqualTo(404);
    assertThat(carrier.assigns("no-such-booking", vehicle, driver).status()).isEqualTo(404);
    assertThat(events.ofJob(booking)).isEmpty();
    assertThat(assigns(booking, vehicle, driver).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"assigned", "arrived", "loaded", "in_transit", "delivered"})
  void steps_are_not_skipped_or_repeated(String status) {
    var booking = bookings.wonBy(carrier);
    var assignment =
        assigns(booking, carrier.vehicle("TRUCK_14FT"), carrier.driver()).text("assignmentId");

    assertThat(carrier.says(assignment, status).code()).isEqualTo("INVALID_TRANSITION");
    assertThat(carrier.says(assignment, "flying").status()).isEqualTo(400);
    assertThat(events.ofJob(booking)).hasSize(1);
  }

  @Test
  void its_driver_and_its_transporter_lead_a_trip_and_others_look_on_or_see_nothing() {
    var booking = bookings.wonBy(carrier);
    var driver = carrier.driver();
    var assignment = assigns(booking, carrier.vehicle("TRUCK_14FT"), driver).text("assignmentId");
    var path = "/assignments/" + assignment;
    var colleague = Tokens.driver(carrier.driver(), carrier.id());

    assertThat(says(colleague, assignment, "en_route").status()).isEqualTo(403);
    assertThat(says(Carrier.of(api).token(), assignment, "en_route").status()).isEqualTo(404);
    assertThat(says(Tokens.ownerDriver("stranger"), assignment, "en_route").status())
        .isEqualTo(404);
    assertThat(says(Tokens.customer(Bookings.customerOf(booking)), assignment, "en_route").status())
        .isEqualTo(403);
    assertThat(events.ofJob(booking)).hasSize(1);

    assertThat(api.get(colleague, path).status()).isEqualTo(200);
    assertThat(api.get(Tokens.customer(Bookings.customerOf(booking)), path).status())
        .isEqualTo(200);
    assertThat(api.get(Tokens.ops("ops"), path).status()).isEqualTo(200);
    assertThat(api.get(Tokens.customer("stranger"), path).status()).isEqualTo(404);
    assertThat(api.get(Carrier.of(api).token(), path).status()).isEqualTo(404);
  }

  @Test
  void a_fleets_driver_assigns_nothing_and_an_owner_driver_itself() {
    var booking = bookings.wonBy(carrier);
    var vehicle = carrier.vehicle("TRUCK_14FT");
    var driver = carrier.driver();
    var body = Map.of("bookingId", booking, "vehicleId", vehicle, "driverId", driver);

    assertThat(api.post(Tokens.driver(driver, carrier.id()), "/assignments", body).status())
        .isEqualTo(403);
    var own = Map.of("bookingId", booking, "vehicleId", vehicle, "driverId", carrier.id());
    assertThat(api.post(Tokens.ownerDriver(carrier.id()), "/assignments", own).status())
        .isEqualTo(201);
  }

  @Test
  void a_request_that_comes_again_with_its_key_assigns_once() {
    var booking = bookings.wonBy(carrier);
    var body =
        Map.of(
            "bookingId", booking,
            "vehicleId", carrier.vehicle("TRUCK_14FT"),
            "driverId", carrier.driver());
    await()
        .atMost(PATIENCE)
        .until(
            () -> api.postWithKey(carrier.token(), "/assignments", "key", body).status(),
            status -> status == 201);

    var replies =
        Together.all(4, n -> api.postWithKey(carrier.token(), "/assignments", "key", body));

    assertThat(replies)
        .allSatisfy(reply -> {
          assertThat(reply.status()).isEqualTo(201);
          assertThat(reply.isReplayed()).isTrue();
        });
    assertThat(events.ofJob(booking)).hasSize(1);
  }

  @Test
  void lists_hold_what_the_caller_has_to_do_with() {
    var booking = bookings.wonBy(carrier);
    var driver = carrier.driver();
    var first = assigns(booking, carrier.vehicle("TRUCK_14FT"), driver).text("assignmentId");
    carrier.says(first, "cancelled");
    var second = assigns(booking, carrier.vehicle("TRUCK_14FT"), driver).text("assignmentId");

    assertThat(list(carrier.token(), "")).containsExactly(second, first);
    assertThat(list(carrier.token(), "?active=true")).containsExactly(second);
    assertThat(list(carrier.token(), "?limit=1")).containsExactly(second);
    assertThat(list(carrier.token(), "?limit=1&cursor=" + second)).containsExactly(first);
    assertThat(list(Tokens.ops("ops"), "?bookingId=" + booking)).containsExactly(second, first);
    assertThat(list(Tokens.driver(driver, "another fleet"), "")).containsExactly(second, first);
    assertThat(list(Tokens.customer(Bookings.customerOf(booking)), ""))
        .containsExactly(second, first);
    assertThat(list(Carrier.of(api).token(), "?bookingId=" + booking)).isEmpty();
  }

  private List<String> list(String token, String query) {
    return api.get(token, "/assignments" + query)
        .body()
        .path("assignments")
        .valueStream()
        .map(found -> found.path("assignmentId").asString())
        .toList();
  }

  /** Tries until the event of the booking has come. */
  private Answer assigns(String booking, String vehicle, String driver) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> carrier.assigns(booking, vehicle, driver),
            reply -> reply.status() != 404 || reply.code().startsWith("UNKNOWN"));
  }

  private void awaitCode(String booking, String vehicle, String driver, String code) {
    await()
        .atMost(PATIENCE)
        .until(() -> carrier.assigns(booking, vehicle, driver).code().equals(code));
  }

  private Answer says(String token, String assignment, String status) {
    return api.post(token, "/assignments/" + assignment + "/status", Map.of("status", status));
  }

  private boolean isBusy(String path) {
    return api.get(carrier.token(), path).body().path("busy").asBoolean();
  }
}
