package com.weelo.dispatch.order;

import static com.weelo.dispatch.order.testing.Api.place;
import static com.weelo.dispatch.order.testing.Api.trucks;
import static com.weelo.dispatch.order.testing.Api.wanted;
import static com.weelo.dispatch.order.testing.Fleets.TRUCK;
import static com.weelo.dispatch.order.testing.Places.somewhere;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.weelo.dispatch.order.testing.Api;
import com.weelo.dispatch.order.testing.OrderServiceTest;
import com.weelo.dispatch.testing.Tokens;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OrderServiceTest
class BadInputIT {

  private static final String FIRST = "vehicleRequirements[0]";

  private final Api api;
  private final JdbcTemplate jdbc;
  private final String customer = "customer-" + UUID.randomUUID();

  @Autowired
  BadInputIT(Api api, JdbcTemplate jdbc) {
    this.api = api;
    this.jdbc = jdbc;
  }

  @ParameterizedTest
  @MethodSource
  void a_bad_field_is_named_and_nothing_is_ordered(String field, Map.Entry<String, Object> change) {
    var body = trucks(somewhere(), 3);
    body.put(change.getKey(), change.getValue());

    var answer = api.orders(customer, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.badFields()).containsExactly(field);
    assertThat(answer.header("Content-Type")).contains("application/problem+json");
    assertThat(jdbc.queryForList("SELECT 1 FROM orders WHERE customer_id = ?", customer)).isEmpty();
  }

  static Stream<Arguments> a_bad_field_is_named_and_nothing_is_ordered() {
    return Stream.of(
        arguments("pickup.latitude", entry("pickup", place(91, 0))),
        arguments("dropoff.longitude", entry("dropoff", place(0, "NaN"))),
        arguments(FIRST + ".quantity", requirements(wanted(TRUCK, 0))),
        arguments(FIRST + ".quantity", requirements(wanted(TRUCK, -1))),
        arguments(FIRST + ".quantity", requirements(wanted(TRUCK, 1_000_000_000))),
        arguments("vehicleRequirements.quantity", requirements(wanted(TRUCK, "many"))),
        arguments(FIRST + ".vehicleType", requirements(wanted("SPACESHIP", 1))),
        arguments(
            "vehicleRequirements[1].vehicleType", requirements(wanted(TRUCK, 1), wanted(TRUCK, 2))),
        arguments("vehicleRequirements", requirements(wanted(TRUCK, 600), wanted("TANKER", 401))),
        arguments("vehicleRequirements", entry("vehicleRequirements", List.of())),
        arguments(FIRST, entry("vehicleRequirements", Collections.singletonList(null))),
        arguments("fillPolicy", entry("fillPolicy", "whatever")),
        arguments("minimumTrucks", entry("minimumTrucks", 4)),
        arguments("minimumTrucks", entry("minimumTrucks", 0)),
        arguments("minimumTrucks", entry("fillPolicy", "at_least")));
  }

  @SafeVarargs
  private static Map.Entry<String, Object> requirements(Map<String, Object>... wanted) {
    return entry("vehicleRequirements", List.of(wanted));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pickup", "dropoff", "vehicleRequirements", "fillPolicy"})
  void a_missing_field_is_named(String field) {
    var body = trucks(somewhere(), 1);
    body.remove(field);

    assertThat(api.orders(customer, body).badFields()).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "[]", "null"})
  void what_is_no_json_object_is_malformed(String body) {
    assertThat(api.orders(customer, body).code()).isEqualTo("MALFORMED_REQUEST");
  }

  @ParameterizedTest
  @MethodSource
  void a_bad_hold_is_refused(String field, Map<String, Object> body) {
    var answer = api.post(Tokens.transporter("t"), "/orders/any/holds", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.badFields()).containsExactly(field);
  }

  static Stream<Arguments> a_bad_hold_is_refused() {
    return Stream.of(
        arguments("vehicleIds", Map.of("vehicleType", TRUCK)),
        arguments("vehicleIds", Map.of("vehicleType", TRUCK, "vehicleIds", List.of())),
        arguments("vehicleIds", Map.of("vehicleType", TRUCK, "vehicleIds", List.of("a", "a"))),
        arguments("vehicleIds[0]", Map.of("vehicleType", TRUCK, "vehicleIds", List.of(" "))),
        arguments("vehicleType", Map.of("vehicleType", "SPACESHIP", "vehicleIds", List.of("a"))),
        arguments("vehicleType", Map.of("vehicleIds", List.of("a"))));
  }

  @Test
  void a_confirmation_without_drivers_is_refused() {
    var answer = api.post(Tokens.transporter("t"), "/holds/any/confirm", Map.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.badFields()).containsExactly("drivers");
  }

  @Test
  void a_status_that_does_not_exist_is_refused() {
    var answer = api.get(Tokens.transporter("t"), "/truck-requests?status=lost");

    assertThat(answer.badFields()).containsExactly("status");
  }

  @Test
  void without_a_token_nothing_is_ordered_and_only_customers_order() {
    var body = trucks(somewhere(), 1);

    assertThat(api.post(null, "/orders", body).status()).isEqualTo(401);
    assertThat(api.post(Tokens.transporter("t"), "/orders", body).status()).isEqualTo(403);
    assertThat(api.post(Tokens.ops("o"), "/orders", body).status()).isEqualTo(403);
  }
}
