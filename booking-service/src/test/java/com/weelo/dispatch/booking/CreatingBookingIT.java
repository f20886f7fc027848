package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Api.bookingAt;
import static com.weelo.dispatch.booking.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingServiceTest
class CreatingBookingIT {

  private final Api api;
  private final Captains captains;
  private final PublishedEvents events;
  private final TestClock clock;
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  CreatingBookingIT(Api api, Captains captains, PublishedEvents events, TestClock clock) {
    this.api = api;
    this.captains = captains;
    this.events = events;
    this.clock = clock;
  }

  @Test
  void a_booking_is_offered_to_the_nearest_captains_at_once() {
    var place = somewhere();
    var near = captains.near(place, 3);

    var answer = api.books(customer, place);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("searching");
    assertThat(answer.number("wave")).isEqualTo(1);
    assertThat(answer.number("offeredTo")).isEqualTo(3);
    assertThat(answer.text("matching")).isEqualTo("immediate");
    var created = events.last(answer.bookingId());
    assertThat(PublishedEvents.texts(created.path("transporterIds"))).isEqualTo(near);
    assertThat(created.path("offers").get(0).path("distanceMeters").asInt()).isBetween(99, 101);
    assertThat(created.path("expiresAt").asString()).isEqualTo(answer.text("expiresAt"));
    assertThat(events.versionsOf(answer.bookingId())).containsExactly(1);
  }

  @Test
  void its_event_reaches_kafka() {
    try (var kafka = KafkaProbe.fromNow(TestStores.get(), "booking.created")) {
      var booking = api.books(customer, somewhere()).bookingId();

      assertThat(kafka.awaitKey("booking.created", booking).value()).contains(customer);
    }
  }

  @Test
  void a_booking_that_nobody_is_near_is_made_all_the_same() {
    var answer = api.books(customer, somewhere());

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.number("offeredTo")).isZero();
  }

  @Test
  void without_a_price_the_price_is_estimated_and_with_one_it_is_kept() {
    var body = bookingAt(somewhere());
    var estimated = api.books(customer, body).bookingId();
    body.put("price", Map.of("amountMinor", 4200, "currency", "EUR"));
    body.put("goods", "onions");
    var named = api.books("rich-" + customer, body).bookingId();

    // 900.00 rupees, and 30.00 for each of about 10.007 kilometres.
    assertThat(events.last(estimated).path("price").path("amountMinor").asInt()).isEqualTo(120_023);
    assertThat(events.last(named).path("price").toString())
        .isEqualTo("{\"amountMinor\":4200,\"currency\":\"EUR\"}");
    assertThat(events.last(named).path("goods").asString()).isEqualTo("onions");
  }

  @Test
  void a_customer_has_one_active_booking_at_a_time() {
    var place = somewhere();
    var first = api.books(customer, place);

    var second = api.books(customer, place);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("ACTIVE_BOOKING_EXISTS");
    assertThat(second.bookingId()).isEqualTo(first.bookingId());
    api.cancels(Tokens.customer(customer), first.bookingId());
    assertThat(api.books(customer, place).status()).isEqualTo(201);
  }

  @Test
  void a_booking_whose_time_is_up_makes_room_even_before_it_is_swept() {
    var place = somewhere();
    var first = api.books(customer, place).bookingId();
    clock.letPass(Duration.ofSeconds(61));

    var second = api.books(customer, place);

    assertThat(second.status()).isEqualTo(201);
    assertThat(events.typesOf(first)).containsExactly("booking.created", "booking.expired");
    assertThat(events.versionsOf(first)).containsExactly(1, 2);
  }

  @Test
  void the_same_key_and_body_give_the_same_answer_and_book_nothing_more() {
    var body = bookingAt(somewhere());
    var first = api.booksWithKey(customer, "key-1", body);

    var again = api.booksWithKey(customer, "key-1", body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.isReplayed()).isTrue();
    assertThat(first.isReplayed()).isFalse();
    assertThat(events.of(first.bookingId())).hasSize(1);
  }

  @Test
  void the_same_key_with_another_body_is_refused() {
    var body = bookingAt(somewhere());
    api.booksWithKey(customer, "key-2", body);
    body.put("goods", "something else");

    var other = api.booksWithKey(customer, "key-2", body);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void a_key_whose_request_failed_may_be_used_again() {
    var body = bookingAt(somewhere());
    var inTheWay = api.books(customer, body).bookingId();
    assertThat(api.booksWithKey(customer, "key-3", body).code()).isEqualTo("ACTIVE_BOOKING_EXISTS");
    api.cancels(Tokens.customer(customer), inTheWay);

    assertThat(api.booksWithKey(customer, "key-3", body).status()).isEqualTo(201);
  }

  @Test
  void concurrent_twins_with_a_key_make_one_booking_and_get_one_answer() {
    var body = bookingAt(somewhere());

    var answers = Together.all(8, n -> api.booksWithKey(customer, "key-4", body));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    assertThat(answers).filteredOn(answer -> !answer.isReplayed()).hasSize(1);
  }

  @Test
  void of_many_impatient_taps_without_a_key_one_books() {
    var place = somewhere();

    var answers = Together.all(8, n -> api.books(customer, place));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::code)
        .isSubsetOf("CONCURRENT_REQUEST", "ACTIVE_BOOKING_EXISTS");
  }

  @Test
  void while_a_request_of_the_customer_is_under_way_another_without_key_is_turned_away() {
    captains.holdLock("customer:" + customer);
    var body = bookingAt(somewhere());

    assertThat(api.books(customer, body).code()).isEqualTo("CONCURRENT_REQUEST");
    assertThat(api.booksWithKey(customer, "key-5", body).status()).isEqualTo(201);
  }
}
