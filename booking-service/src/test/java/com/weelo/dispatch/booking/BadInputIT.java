package com.weelo.dispatch.booking;

import static com.weelo.dispatch.booking.Api.bookingAt;
import static com.weelo.dispatch.booking.Api.place;
import static com.weelo.dispatch.booking.Places.somewhere;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.weelo.dispatch.testing.Tokens;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@BookingServiceTest
class BadInputIT {

  private final Api api;
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  BadInputIT(Api api) {
    this.api = api;
  }

  @ParameterizedTest
  @MethodSource
  void a_bad_field_is_named(String field, Map.Entry<String, Object> change) {
    var body = bookingAt(somewhere());
    body.put(change.getKey(), change.getValue());

    var answer = api.books(customer, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.badFields()).containsExactly(field);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
  }

  static Stream<Arguments> a_bad_field_is_named() {
    return Stream.of(
        arguments("pickup.latitude", entry("pickup", place(91, 0))),
        arguments("pickup.latitude", entry("pickup", place("NaN", 0))),
        arguments("pickup.latitude", entry("pickup", place("-Infinity", 0))),
        arguments("pickup.latitude", entry("pickup", place("north", 0))),
        arguments("dropoff.longitude", entry("dropoff", place(0, -180.001))),
        arguments("dropoff.longitude", entry("dropoff", Map.of("latitude", 0))),
        arguments("vehicleType", entry("vehicleType", "SPACESHIP")),
        arguments("price.amountMinor", entry("price", price(-1, "INR"))),
        arguments("price.amountMinor", entry("price", price("much", "INR"))),
        arguments("price.currency", entry("price", price(1, "rupees"))),
        arguments("goods", entry("goods", "x".repeat(501))));
  }

  private static Map<String, Object> price(Object amount, String currency) {
    return Map.of("amountMinor", amount, "currency", currency);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vehicleType", "pickup", "dropoff"})
  void a_missing_field_is_named(String field) {
    var body = bookingAt(somewhere());
    body.remove(field);

    assertThat(api.books(customer, body).badFields()).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "[]", "null", "{\"pickup\": {\"latitude\": NaN}}"})
  void what_is_no_json_object_is_malformed(String body) {
    var answer = api.books(customer, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void unknown_fields_are_ignored() {
    var body = bookingAt(somewhere());
    body.put("colour", "blue");

    assertThat(api.books(customer, body).status()).isEqualTo(201);
  }

  @Test
  void a_body_of_a_megabyte_is_too_large() {
    var body = bookingAt(somewhere());
    body.put("goods", "x".repeat(1 << 20));

    var answer = api.books(customer, body);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.code()).isEqualTo("PAYLOAD_TOO_LARGE");
  }

  @ParameterizedTest
  @MethodSource
  void a_token_that_is_not_valid_opens_nothing(String name, String token) {
    for (var path : new String[] {"/bookings/active", "/vehicle-types", "/search"}) {
      var answer = api.get(token, path);
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
    }
  }

  static Stream<Arguments> a_token_that_is_not_valid_opens_nothing() {
    return Stream.of(
        arguments("expired", Tokens.expired("customer", "c")),
        arguments("forged", Tokens.forged("customer", "c")),
        arguments("alg none", Tokens.algNone("customer", "c")),
        arguments("without exp", Tokens.withoutExpiry("customer", "c")),
        arguments("of an unknown role", Tokens.withRole("emperor", "c")),
        arguments("no token", "none"));
  }

  @Test
  void without_a_token_nothing_is_booked() {
    assertThat(api.post(null, "/bookings", bookingAt(somewhere())).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource
  void only_customers_book(String role, String token) {
    var answer = api.post(token, "/bookings", bookingAt(somewhere()));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("FORBIDDEN");
  }

  static Stream<Arguments> only_customers_book() {
    return Stream.of(
        arguments("transporter", Tokens.transporter("t")),
        arguments("driver", Tokens.driver("d", "t")),
        arguments("ops", Tokens.ops("o")));
  }

  @Test
  void an_empty_idempotency_key_is_none() {
    assertThat(api.booksWithKey(customer, " ", bookingAt(somewhere())).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bookings?status=lost",
        "/bookings?limit=0",
        "/bookings?limit=101",
        "/bookings?limit=many",
        "/bookings?cursor=%24%24%24",
        "/search?pickupLat=91&pickupLng=0&dropLat=0&dropLng=0&vehicleType=TANKER",
        "/search?pickupLat=NaN&pickupLng=0&dropLat=0&dropLng=0&vehicleType=TANKER",
        "/search?pickupLat=1&pickupLng=0&dropLat=0&dropLng=0&vehicleType=SPACESHIP",
        "/search?pickupLat=1&pickupLng=0&dropLat=0&dropLng=0",
        "/search?pickupLng=0&dropLat=0&dropLng=0&vehicleType=TANKER"
      })
  void a_bad_parameter_is_named(String path) {
    var answer = api.get(Tokens.customer(customer), path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.badFields()).hasSize(1);
  }
}
