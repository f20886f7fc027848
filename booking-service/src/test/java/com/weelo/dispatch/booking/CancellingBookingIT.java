package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingServiceTest
class CancellingBookingIT {

  private final Api api;
  private final Captains captains;
  private final PublishedEvents events;
  private final TestClock clock;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  CancellingBookingIT(Api api, Captains captains, PublishedEvents events, TestClock clock) {
    this.api = api;
    this.captains = captains;
    this.events = events;
    this.clock = clock;
  }

  @Test
  void a_customer_who_cancels_while_searching_withdraws_all_offers() {
    var near = captains.near(place, 2);
    var booking = api.books(customer, place).bookingId();

    var answer = api.cancels(Tokens.customer(customer), booking);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("cancelled");
    assertThat(answer.text("cancelledBy")).isEqualTo("customer");
    assertThat(answer.text("cancelReason")).isEqualTo("changed plans");
    var cancelled = events.last(booking);
    assertThat(PublishedEvents.texts(cancelled.path("withdrawnFrom"))).isEqualTo(near);
    assertThat(cancelled.path("reason").asString()).isEqualTo("changed plans");
    assertThat(events.versionsOf(booking)).containsExactly(1, 2);
  }

  @Test
  void the_transporter_who_won_may_cancel_and_nobodys_offer_is_withdrawn_again() {
    var near = captains.near(place, 2);
    var booking = api.books(customer, place).bookingId();
    api.accepts(near.getFirst(), booking);

    var answer = api.cancels(Tokens.ownerDriver(near.getFirst()), booking);

    assertThat(answer.text("cancelledBy")).isEqualTo("transporter");
    var cancelled = events.last(booking);
    assertThat(cancelled.path("transporterId").asString()).isEqualTo(near.getFirst());
    assertThat(cancelled.path("withdrawnFrom").isEmpty()).isTrue();
  }

  @Test
  void ops_may_cancel() {
    var booking = api.books(customer, place).bookingId();

    assertThat(api.cancels(Tokens.ops("ops"), booking).text("cancelledBy")).isEqualTo("ops");
  }

  @Test
  void cancelling_twice_changes_nothing_more() {
    var booking = api.books(customer, place).bookingId();
    var first = api.cancels(Tokens.customer(customer), booking);

    var again = api.cancels(Tokens.ops("ops"), booking);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(events.of(booking)).hasSize(2);
  }

  @Test
  void what_has_expired_can_not_be_cancelled_any_more() {
    var booking = api.books(customer, place).bookingId();
    clock.letPass(Duration.ofSeconds(61));

    var answer = api.cancels(Tokens.customer(customer), booking);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("TOO_LATE_TO_CANCEL");
  }

  @Test
  void to_strangers_and_losers_the_booking_does_not_exist() {
    var near = captains.near(place, 2);
    var booking = api.books(customer, place).bookingId();
    api.accepts(near.getFirst(), booking);

    assertThat(api.cancels(Tokens.customer("stranger"), booking).status()).isEqualTo(404);
    assertThat(api.cancels(Tokens.ownerDriver(near.getLast()), booking).status()).isEqualTo(404);
    assertThat(api.cancels(Tokens.ops("ops"), "no-such-booking").status()).isEqualTo(404);
  }

  @Test
  void a_driver_of_the_winning_fleet_does_not_cancel() {
    captains.drivingFor("fleet-" + customer, "driver-" + customer, place, 100);
    var booking = api.books(customer, place).bookingId();
    api.post(Tokens.transporter("fleet-" + customer), "/bookings/" + booking + "/accept", Map.of());

    var answer = api.cancels(Tokens.driver("driver-" + customer, "fleet-" + customer), booking);

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void a_reason_is_wanted() {
    var booking = api.books(customer, place).bookingId();

    var answer = api.post(Tokens.customer(customer), "/bookings/" + booking + "/cancel", Map.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.badFields()).containsExactly("reason");
  }
}
