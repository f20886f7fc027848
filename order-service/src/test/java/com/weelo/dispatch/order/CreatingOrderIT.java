package com.weelo.dispatch.order;

import static com.weelo.dispatch.order.testing.Api.order;
import static com.weelo.dispatch.order.testing.Api.trucks;
import static com.weelo.dispatch.order.testing.Api.wanted;
import static com.weelo.dispatch.order.testing.Fleets.TANKER;
import static com.weelo.dispatch.order.testing.Fleets.TRUCK;
import static com.weelo.dispatch.order.testing.Places.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.order.testing.Answer;
import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.Fleets;
import com.weelo.dispatch.order.testing.Invariants;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.order.testing.PublishedEvents;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.TestClock;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Together;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OrderServiceTest
class CreatingOrderIT {

  private final Api api;
  private final Fleets fleets;
  private final PublishedEvents events;
  private final Invariants invariants;
  private final TestClock clock;
  private final JdbcTemplate jdbc;
  private final GeoPoint place = somewhere();
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  CreatingOrderIT(
      Api api,
      Fleets fleets,
      PublishedEvents events,
      Invariants invariants,
      TestClock clock,
      JdbcTemplate jdbc) {
    this.api = api;
    this.fleets = fleets;
    this.events = events;
    this.invariants = invariants;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  @Test
  void an_order_is_answered_at_once_and_its_requests_follow() {
    var body = order(place, "best_effort", wanted(TRUCK, 3), wanted(TANKER, 2));

    var answer = api.orders(customer, body);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("processing");
    assertThat(Duration.between(clock.instant(), Instant.parse(answer.text("expiresAt"))))
        .isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    var order = answer.orderId();
    await().until(() -> api.reads(order).text("status").equals("searching"));
    assertThat(requests(order, TRUCK)).isEqualTo(3);
    assertThat(requests(order, TANKER)).isEqualTo(2);
    assertThat(api.reads(order).fill(TRUCK)).isEqualTo("0 of 3, 0 held");
    var created = events.last(order, "order.created");
    assertThat(created.path("vehicleRequirements").size()).isEqualTo(2);
    assertThat(created.path("fillPolicy").asString()).isEqualTo("best_effort");
    invariants.hold(order);
  }

  @Test
  void its_requests_are_put_before_the_nearest_who_have_such_trucks_free() {
    var near = fleets.near(place, 3, 1);
    try (var kafka = KafkaProbe.fromNow(TestStores.get(), "truck.request.broadcast")) {
      var order = api.orders(customer, trucks(place, 2)).orderId();

      var record = kafka.awaitKey("truck.request.broadcast", order);

      assertThat(record.value()).contains(near.get(0).id(), near.get(1).id(), near.get(2).id());
    }
  }

  @Test
  void a_thousand_trucks_are_asked_for_at_once() {
    fleets.near(place, 2, 3);

    var order = api.orders(customer, trucks(place, 1_000)).orderId();

    await().until(() -> events.offeredTo(order, TRUCK).size() == 2);
    assertThat(requests(order, TRUCK)).isEqualTo(1_000);
    assertThat(events.last(order, "truck.request.broadcast").path("open").asInt()).isEqualTo(1_000);
  }

  @Test
  void a_customer_has_one_active_order_at_a_time() {
    var first = api.orders(customer, trucks(place, 1));

    var second = api.orders(customer, trucks(place, 1));

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("ACTIVE_ORDER_EXISTS");
    assertThat(second.orderId()).isEqualTo(first.orderId());
    assertThat(api.get(Tokens.customer(customer), "/orders/active").orderId())
        .isEqualTo(first.orderId());
    api.cancels(Tokens.customer(customer), first.orderId());
    assertThat(api.get(Tokens.customer(customer), "/orders/active").status()).isEqualTo(404);
    assertThat(api.orders(customer, trucks(place, 1)).status()).isEqualTo(201);
  }

  @Test
  void an_order_whose_time_is_up_makes_room_even_before_it_is_swept() {
    var first = api.orders(customer, trucks(place, 1)).orderId();
    clock.letPass(Duration.ofMinutes(5));

    var second = api.orders(customer, trucks(place, 1));

    assertThat(second.status()).isEqualTo(201);
    assertThat(invariants.status(first).isEnded()).isTrue();
    invariants.hold(first);
  }

  @Test
  void the_same_key_and_body_give_the_same_answer_and_order_nothing_more() {
    var body = trucks(place, 2);
    var first = api.ordersWithKey(customer, "key-1", body);

    var again = api.ordersWithKey(customer, "key-1", body);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.isReplayed()).isTrue();
    assertThat(api.ordersWithKey(customer, "key-1", trucks(place, 3)).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void of_many_twins_one_orders() {
    var body = trucks(place, 2);

    var withKey = Together.all(8, n -> api.ordersWithKey(customer, "key-2", body));
    var without = Together.all(8, n -> api.orders("other-" + customer, body));

    assertThat(withKey).extracting(Answer::body).containsOnly(withKey.getFirst().body());
    assertThat(withKey).extracting(Answer::status).containsOnly(201);
    assertThat(without).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(without)
        .filteredOn(answer -> answer.status() != 201)
        .extracting(Answer::code)
        .containsOnly("ACTIVE_ORDER_EXISTS");
  }

  @Test
  void to_strangers_an_order_does_not_exist() {
    var order = api.orders(customer, trucks(place, 1)).orderId();

    assertThat(api.get(Tokens.customer("stranger"), "/orders/" + order).status()).isEqualTo(404);
    assertThat(api.get(Tokens.transporter("t"), "/orders/" + order).status()).isEqualTo(403);
    assertThat(api.cancels(Tokens.customer("stranger"), order).status()).isEqualTo(404);
    assertThat(api.get(Tokens.customer(customer), "/orders/" + order).status()).isEqualTo(200);
  }

  private int requests(String order, String type) {
    return jdbc.queryForList(
            "SELECT id FROM truck_requests WHERE order_id = ? AND vehicle_type = ?", order, type)
        .size();
  }
}
