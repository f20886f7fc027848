package com.weelo.dispatch.order.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.EventIds;
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
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OrderServiceTest
class RecordingPaymentIT {

  private final Api api;
  private final PublishedEvents events;
  private final JdbcTemplate jdbc;
  private final KafkaProbe kafka = KafkaProbe.fromNow(TestStores.get(), "payment.completed");
  private final String booking;
  private final String customer;

  @Autowired
  RecordingPaymentIT(Api api, PublishedEvents events, JdbcTemplate jdbc) {
    this.api = api;
    this.events = events;
    this.jdbc = jdbc;
    this.booking = new Bookings(kafka).wonBy(Carrier.of(api));
    this.customer = Tokens.customer(Bookings.customerOf(booking));
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void a_payment_is_told_once_whatever_the_retries() {
    var body = payment("bookingId", booking);
    awaitBooking();

    var replies = Together.all(8, n -> api.postWithKey(customer, "/payments", "once", body));

    assertThat(replies).extracting(Answer::status).containsOnly(201);
    assertThat(replies)
        .extracting(reply -> reply.text("paymentId"))
        .containsOnly(replies.getFirst().text("paymentId"));
    assertThat(replies.stream().filter(Answer::isReplayed)).hasSize(7);
    var told = events.ofJob(booking);
    assertThat(PublishedEvents.types(told)).containsExactly("payment.completed");
    assertThat(told.getFirst().at("/data/amount/amountMinor").asLong()).isEqualTo(500_000);
    assertThat(told.getFirst().at("/data/customerId").asString())
        .isEqualTo(Bookings.customerOf(booking));

    kafka.awaitKey("payment.completed", booking);
  }

  @Test
  void another_body_under_the_same_key_is_refused() {
    awaitBooking();
    api.postWithKey(customer, "/payments", "key", payment("bookingId", booking));
    var other = new HashMap<>(payment("bookingId", booking));
    other.put("method", "cash");

    assertThat(api.postWithKey(customer, "/payments", "key", other).code())
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    assertThat(events.ofJob(booking)).hasSize(1);
  }

  @Test
  void payments_in_parts_are_counted_on_without_holes() {
    awaitBooking();

    Together.all(
        8, n -> api.postWithKey(customer, "/payments", "part " + n, payment("bookingId", booking)));

    assertThat(PublishedEvents.versions(events.ofJob(booking)))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 8).boxed().toList());
  }

  @Test
  void orders_are_paid_for_too() {
    var order = "order-" + EventIds.next();
    jdbc.update(
        """
        INSERT INTO orders (
          id, customer_id, status, version, pickup_latitude, pickup_longitude, dropoff_latitude,
          dropoff_longitude, fill_policy, created_at, expires_at, wave, next_wave_at, ended_at)
        VALUES (?, ?, 'completed', 1, 12.9, 77.5, 13.0, 80.2, 'best_effort', now(), now(), 1, now(),
                now())
        """,
        order,
        "customer-of-" + order);

    assertThat(
            api.post(Tokens.customer("stranger"), "/payments", payment("orderId", order)).status())
        .isEqualTo(404);
    var paid =
        api.post(Tokens.customer("customer-of-" + order), "/payments", payment("orderId", order));

    assertThat(paid.status()).isEqualTo(201);
    assertThat(paid.text("orderId")).isEqualTo(order);
    assertThat(events.ofJob(order).getFirst().at("/data/orderId").asString()).isEqualTo(order);
  }

  @Test
  void the_customer_pays_or_ops_write_it_down() {
    awaitBooking();
    var body = payment("bookingId", booking);

    assertThat(api.post(Tokens.ops("ops"), "/payments", body).status()).isEqualTo(201);
    assertThat(events.ofJob(booking).getFirst().at("/data/customerId").asString())
        .isEqualTo(Bookings.customerOf(booking));
    assertThat(api.post(Tokens.customer("stranger"), "/payments", body).status()).isEqualTo(404);
    assertThat(api.post(Carrier.of(api).token(), "/payments", body).status()).isEqualTo(403);
    assertThat(api.post(Tokens.ops("ops"), "/payments", payment("bookingId", "none")).status())
        .isEqualTo(404);
    assertThat(api.post(Tokens.ops("ops"), "/payments", payment("orderId", "none")).status())
        .isEqualTo(404);
    assertThat(events.ofJob(booking)).hasSize(1);
  }

  @Test
  void what_is_wrong_is_said() {
    awaitBooking();
    var both = new HashMap<>(payment("bookingId", booking));
    both.put("orderId", "order-1");

    assertThat(pays(both).badFields()).containsExactly("bookingId");
    assertThat(pays(without("bookingId")).badFields()).containsExactly("bookingId");
    assertThat(pays(without("amount")).badFields()).containsExactly("amount");
    assertThat(pays(without("method")).badFields()).containsExactly("method");
    assertThat(pays(with("amount", Map.of("amountMinor", 0, "currency", "INR"))).badFields())
        .containsExactly("amount.amountMinor");
    assertThat(pays(with("amount", Map.of("amountMinor", 5, "currency", "rupees"))).badFields())
        .containsExactly("amount.currency");
    assertThat(events.ofJob(booking)).isEmpty();
  }

  private Answer pays(Map<String, Object> body) {
    return api.post(customer, "/payments", body);
  }

  private Map<String, Object> without(String field) {
    var body = new HashMap<>(payment("bookingId", booking));
    body.remove(field);
    return body;
  }

  private Map<String, Object> with(String field, Object value) {
    var body = new HashMap<>(payment("bookingId", booking));
    body.put(field, value);
    return body;
  }

  private static Map<String, Object> payment(String job, String id) {
    return Map.of(
        job, id, "amount", Map.of("amountMinor", 500_000, "currency", "INR"), "method", "upi");
  }

  /** The event of its acceptance has come. */
  private void awaitBooking() {
    await()
        .until(() ->
            !jdbc.queryForList("SELECT 1 FROM won_bookings WHERE booking_id = ?", booking)
                .isEmpty());
  }
}
