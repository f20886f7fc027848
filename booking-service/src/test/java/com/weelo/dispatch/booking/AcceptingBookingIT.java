package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingServiceTest
class AcceptingBookingIT {

  private final Api api;
  private final Captains captains;
  private final PublishedEvents events;
  private final TestClock clock;
  private final MeterRegistry meters;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  AcceptingBookingIT(
      Api api, Captains captains, PublishedEvents events, TestClock clock, MeterRegistry meters) {
    this.api = api;
    this.captains = captains;
    this.events = events;
    this.clock = clock;
    this.meters = meters;
  }

  @RepeatedTest(20)
  void of_ten_captains_who_accept_at_the_same_instant_one_wins() {
    var rivals = captains.near(place, 10);
    var booking = api.books(customer, place).bookingId();

    var answers = Together.all(10, n -> api.accepts(rivals.get(n), booking));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(9)
        .extracting(Answer::code)
        .containsOnly("ALREADY_TAKEN");
    assertThat(events.typesOf(booking)).containsExactly("booking.created", "booking.accepted");
  }

  @Test
  void the_winner_has_it_and_the_losers_offers_are_withdrawn() {
    var rivals = captains.near(place, 3);
    var winner = rivals.get(1);
    var booking = api.books(customer, place).bookingId();

    var answer = api.accepts(winner, booking);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("status")).isEqualTo("accepted");
    assertThat(answer.text("transporterId")).isEqualTo(winner);
    assertThat(answer.text("driverId")).isEqualTo(winner);
    var accepted = events.last(booking);
    assertThat(accepted.path("transporterId").asString()).isEqualTo(winner);
    assertThat(PublishedEvents.texts(accepted.path("withdrawnFrom")))
        .containsExactly(rivals.get(0), rivals.get(2));
    assertThat(events.versionsOf(booking)).containsExactly(1, 2);
  }

  @Test
  void a_winner_who_repeats_itself_has_won_still_and_nothing_more_happens() {
    var captain = captains.at(place, 100);
    var booking = api.books(customer, place).bookingId();
    var first = api.accepts(captain, booking);

    var again = api.accepts(captain, booking);

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(events.of(booking)).hasSize(2);
  }

  @Test
  void a_fleet_wins_through_the_driver_who_was_nearest() {
    captains.drivingFor("fleet-" + customer, "driver-" + customer, place, 300);
    var booking = api.books(customer, place).bookingId();

    var answer =
        api.post(
            Tokens.transporter("fleet-" + customer), "/bookings/" + booking + "/accept", Map.of());

    assertThat(answer.text("transporterId")).isEqualTo("fleet-" + customer);
    assertThat(answer.text("driverId")).isEqualTo("driver-" + customer);
  }

  @Test
  void a_fleets_driver_does_not_decide() {
    captains.drivingFor("fleet-" + customer, "driver-" + customer, place, 300);
    var booking = api.books(customer, place).bookingId();
    var driver = Tokens.driver("driver-" + customer, "fleet-" + customer);

    for (var decision : new String[] {"accept", "decline"}) {
      var answer = api.post(driver, "/bookings/" + booking + "/" + decision, Map.of());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("FORBIDDEN");
    }
  }

  @Test
  void who_was_not_offered_it_can_not_have_it() {
    captains.at(place, 100);
    var booking = api.books(customer, place).bookingId();

    var answer = api.accepts("somebody-else", booking);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("NOT_OFFERED");
  }

  @Test
  void a_booking_that_does_not_exist_is_not_found() {
    var answer = api.accepts("captain", UUID.randomUUID().toString());

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void who_comes_when_its_time_is_up_is_told_so() {
    var captain = captains.at(place, 100);
    var booking = api.books(customer, place).bookingId();
    clock.letPass(Duration.ofSeconds(61));

    assertThat(api.accepts(captain, booking).code()).isEqualTo("BOOKING_EXPIRED");
  }

  @Test
  void who_comes_when_it_was_called_off_is_told_so() {
    var captain = captains.at(place, 100);
    var booking = api.books(customer, place).bookingId();
    api.cancels(Tokens.customer(customer), booking);

    assertThat(api.accepts(captain, booking).code()).isEqualTo("BOOKING_CANCELLED");
  }

  @Test
  void how_long_the_winner_took_is_counted_from_the_wave_that_reached_it() {
    var taken = meters.get("dispatch.booking.offer.to.accept").timer();
    var before = taken.totalTime(TimeUnit.SECONDS);
    var captain = captains.at(place, 100);
    var booking = api.books(customer, place).bookingId();
    clock.letPass(Duration.ofSeconds(40));

    api.accepts(captain, booking);

    await().until(() -> taken.totalTime(TimeUnit.SECONDS) >= before + 40);
  }

  @Test
  void who_has_declined_may_think_better_of_it() {
    var captain = captains.near(place, 2).getFirst();
    var booking = api.books(customer, place).bookingId();
    assertThat(api.declines(captain, booking).status()).isEqualTo(204);

    assertThat(api.accepts(captain, booking).status()).isEqualTo(200);
  }

  @Test
  void customers_do_not_accept() {
    var answer =
        api.post(Tokens.customer("c"), "/bookings/" + UUID.randomUUID() + "/accept", Map.of());

    assertThat(answer.status()).isEqualTo(403);
  }
}
