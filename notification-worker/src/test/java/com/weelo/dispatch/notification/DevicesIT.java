package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.testing.Tokens;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class DevicesIT extends NotificationTest {

  static Stream<String> everybody() {
    return Stream.of(
        Tokens.customer(newUser()),
        Tokens.transporter(newUser()),
        Tokens.driver(newUser(), newUser()),
        Tokens.ownerDriver(newUser()),
        Tokens.ops(newUser()));
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void everybody_may_register_and_unregister_a_device_as_often_as_they_like(String jwt) {
    var token = newToken();

    for (var i = 0; i < 2; i++) {
      put(jwt, token, Map.of("platform", "ios")).expectStatus().isNoContent();
    }
    for (var i = 0; i < 2; i++) {
      delete(jwt, token).expectStatus().isNoContent();
    }
  }

  @Test
  void a_device_that_changes_hands_is_pushed_what_is_for_its_new_user() {
    var before = newUser();
    var after = newUser();
    var phone = phoneOf(before);

    register(after, phone, "android");
    happens(booking.offeredTo(before));
    happens(booking.offeredTo(after));

    awaitPushes(phone, 1);
    assertThat(awaitOutcome(before)).contains("no_device");
    assertThat(awaitOutcome(after)).contains("\"sent\"");
    assertThat(fcm.messages().to(phone)).hasSize(1);
  }

  @Test
  void a_device_can_not_be_taken_from_somebody_else() {
    var captain = newUser();
    var phone = phoneOf(captain);

    delete(Tokens.transporter(newUser()), phone).expectStatus().isNoContent();
    happens(booking.offeredTo(captain));

    assertThat(awaitPushes(phone, 1)).hasSize(1);
  }

  @Test
  void an_unregistered_device_gets_nothing() {
    var captain = newUser();
    var phone = phoneOf(captain);

    delete(Tokens.transporter(captain), phone).expectStatus().isNoContent();
    happens(booking.offeredTo(captain));

    assertThat(awaitOutcome(captain)).contains("no_device");
    assertThat(fcm.messages().to(phone)).isEmpty();
  }

  @Test
  void the_longest_token_is_taken_and_a_longer_one_is_not() {
    var jwt = Tokens.customer(newUser());
    var longest = newToken();
    longest += "x".repeat(4096 - longest.length());

    put(jwt, longest, Map.of("platform", "web")).expectStatus().isNoContent();
    assertInvalid(put(jwt, longest + "x", Map.of("platform", "web")), "token");
  }

  @Test
  void an_unknown_platform_is_refused() {
    assertInvalid(
        put(Tokens.customer(newUser()), newToken(), Map.of("platform", "fax")), "platform");
  }

  @Test
  void a_missing_platform_is_refused() {
    assertInvalid(put(Tokens.customer(newUser()), newToken(), Map.of()), "platform");
  }

  @Test
  void a_token_with_white_space_is_refused() {
    assertInvalid(put(Tokens.customer(newUser()), "no token", Map.of("platform", "web")), "token");
  }

  @Test
  void without_a_valid_token_nobody_registers_anything() {
    for (var jwt :
        new String[] {
          Tokens.expired("customer", newUser()),
          Tokens.forged("customer", newUser()),
          Tokens.algNone("customer", newUser())
        }) {
      put(jwt, newToken(), Map.of("platform", "web"))
          .expectStatus()
          .isUnauthorized()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("UNAUTHENTICATED");
    }
  }

  @Test
  void deliveries_are_for_operators() {
    for (var jwt :
        new String[] {
          Tokens.customer(newUser()), Tokens.transporter(newUser()), Tokens.ownerDriver(newUser())
        }) {
      as(jwt)
          .get()
          .uri("/notifications/any/deliveries")
          .exchange()
          .expectStatus()
          .isForbidden()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("FORBIDDEN");
    }
    as(Tokens.ops("olga"))
        .get()
        .uri("/notifications/unknown/deliveries")
        .exchange()
        .expectStatus()
        .isNotFound();
  }

  private ResponseSpec put(String jwt, String token, Map<String, String> body) {
    return as(jwt).put().uri("/devices/{token}", token).body(body).exchange();
  }

  private ResponseSpec delete(String jwt, String token) {
    return as(jwt).delete().uri("/devices/{token}", token).exchange();
  }

  private static void assertInvalid(ResponseSpec response, String field) {
    response
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("VALIDATION_FAILED")
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }
}
