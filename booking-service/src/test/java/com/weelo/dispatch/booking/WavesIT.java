package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@BookingServiceTest
class WavesIT {

  private static final Duration WAVE = Duration.ofSeconds(10);
  private static final Duration TTL = Duration.ofSeconds(60);

  private final Api api;
  private final Captains captains;
  private final PublishedEvents events;
  private final TestClock clock;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  WavesIT(Api api, Captains captains, PublishedEvents events, TestClock clock) {
    this.api = api;
    this.captains = captains;
    this.events = events;
    this.clock = clock;
  }

  @Test
  void each_wave_reaches_the_next_nearest_and_nobody_twice() {
    var near = captains.near(place, 14);
    var booking = api.books(customer, place).bookingId();

    clock.letPass(WAVE);

    awaitWave(booking, 2);
    assertThat(events.typesOf(booking)).containsExactly("booking.created", "booking.rebroadcast");
    assertThat(events.versionsOf(booking)).containsExactly(1, 2);
    assertThat(offeredIn(events.of(booking).get(0))).isEqualTo(near.subList(0, 10));
    assertThat(offeredIn(events.of(booking).get(1))).isEqualTo(near.subList(10, 14));
  }

  @Test
  void each_wave_reaches_twice_as_far() {
    var atThreeKilometres = captains.at(place, 3_000);
    var atFiveKilometres = captains.at(place, 5_000);
    var booking = api.books(customer, place).bookingId();

    for (var wave = 2; wave <= 3; wave++) {
      clock.letPass(WAVE);
      awaitWave(booking, wave);
    }

    assertThat(events.of(booking))
        .extracting(WavesIT::offeredIn)
        .containsExactly(List.of(), List.of(atThreeKilometres), List.of(atFiveKilometres));
  }

  @Test
  void a_wave_that_reaches_nobody_is_written_down_but_not_told() {
    var booking = api.books(customer, place).bookingId();

    clock.letPass(WAVE);

    awaitWave(booking, 2);
    assertThat(events.typesOf(booking)).containsExactly("booking.created");
    assertThat(wave(booking, 2).path("outcome").asString()).isEqualTo("nobody_new");
    assertThat(wave(booking, 2).path("radiusMeters").asInt()).isEqualTo(4_000);
  }

  @Test
  void a_transporter_is_offered_a_booking_once_through_its_nearest_driver() {
    captains.drivingFor("fleet-" + customer, "near-" + customer, place, 200);
    captains.drivingFor("fleet-" + customer, "far-" + customer, place, 400);
    var booking = api.books(customer, place).bookingId();

    var offers = events.last(booking).path("offers");

    assertThat(offers.size()).isEqualTo(1);
    assertThat(offers.get(0).path("driverId").asString()).isEqualTo("near-" + customer);
  }

  @Test
  void a_large_fleet_in_front_does_not_hide_who_stands_behind_it() {
    IntStream.range(0, 60)
        .forEach(n -> captains.drivingFor("fleet-" + customer, n + customer, place, 100));
    var behind = captains.at(place, 1_500);

    var booking = api.books(customer, place).bookingId();

    assertThat(offeredIn(events.of(booking).getFirst()))
        .containsExactly("fleet-" + customer, behind);
  }

  @Test
  void when_a_whole_wave_declines_the_next_starts_at_once() {
    var near = captains.near(place, 12);
    var booking = api.books(customer, place).bookingId();

    near.subList(0, 9).forEach(captain -> api.declines(captain, booking));
    assertThat(events.of(booking)).hasSize(1);
    api.declines(near.get(9), booking);

    awaitWave(booking, 2);
    assertThat(offeredIn(events.of(booking).getLast())).isEqualTo(near.subList(10, 12));
  }

  @Test
  void declining_twice_does_not_start_another_wave() {
    var captain = captains.at(place, 100);
    var booking = api.books(customer, place).bookingId();
    api.declines(captain, booking);
    awaitWave(booking, 2);

    assertThat(api.declines(captain, booking).status()).isEqualTo(204);

    // The wave that is due next is the third, in its time.
    clock.letPass(WAVE);
    awaitWave(booking, 3);
    assertThat(decisions(booking).size()).isEqualTo(3);
  }

  @Test
  void declining_what_one_was_not_offered_or_has_won_is_refused_and_what_is_gone_is_not() {
    var near = captains.near(place, 2);
    var booking = api.books(customer, place).bookingId();
    api.accepts(near.getFirst(), booking);

    assertThat(api.declines("somebody-else", booking).code()).isEqualTo("NOT_OFFERED");
    assertThat(api.declines(near.getFirst(), booking).code()).isEqualTo("ALREADY_ACCEPTED");
    assertThat(api.declines(near.getLast(), booking).status()).isEqualTo(204);
    assertThat(api.declines(near.getLast(), UUID.randomUUID().toString()).status()).isEqualTo(404);
  }

  @Test
  void when_its_time_is_up_a_booking_expires_and_all_offers_are_withdrawn() {
    var near = captains.near(place, 2);
    var booking = api.books(customer, place).bookingId();

    clock.letPass(TTL);

    await().until(() -> events.typesOf(booking).contains("booking.expired"));
    assertThat(PublishedEvents.texts(events.last(booking).path("withdrawnFrom"))).isEqualTo(near);
    var read = api.get(Tokens.customer(customer), "/bookings/" + booking);
    assertThat(read.text("status")).isEqualTo("expired");
    assertThat(read.text("endedAt")).isEqualTo(read.text("expiresAt"));
  }

  @Test
  void the_decisions_say_who_was_offered_or_skipped_and_why() {
    captains.drivingFor("fleet-" + customer, "near-" + customer, place, 50);
    captains.drivingFor("fleet-" + customer, "far-" + customer, place, 60);
    captains.near(place, 10);
    var booking = api.books(customer, place).bookingId();
    clock.letPass(WAVE);
    awaitWave(booking, 2);

    assertThat(reasons(wave(booking, 1)))
        .startsWith("offered", "another_driver_of_transporter_nearer", "offered")
        .endsWith("beyond_wave_size")
        .hasSize(12);
    assertThat(reasons(wave(booking, 2)))
        .startsWith("already_offered")
        .endsWith("offered")
        .hasSize(12);
  }

  @Test
  void only_ops_see_the_decisions() {
    var booking = api.books(customer, place).bookingId();
    var path = "/bookings/" + booking + "/decisions";

    assertThat(api.get(Tokens.customer(customer), path).status()).isEqualTo(403);
    assertThat(api.get(Tokens.ops("o"), "/bookings/none/decisions").status()).isEqualTo(404);
  }

  private void awaitWave(String booking, int wave) {
    await().until(() -> decisions(booking).size() >= wave);
  }

  private JsonNode decisions(String booking) {
    return api.get(Tokens.ops("ops"), "/bookings/" + booking + "/decisions").body().path("waves");
  }

  private JsonNode wave(String booking, int number) {
    return decisions(booking).get(number - 1);
  }

  private static List<String> offeredIn(JsonNode event) {
    return PublishedEvents.texts(event.path("data").path("transporterIds"));
  }

  private static List<String> reasons(JsonNode wave) {
    return wave.path("candidates")
        .valueStream()
        .map(candidate -> candidate.path("reason").asString(candidate.path("decision").asString()))
        .toList();
  }
}
