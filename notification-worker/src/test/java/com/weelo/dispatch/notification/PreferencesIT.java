package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.testing.Tokens;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

class PreferencesIT extends NotificationTest {

  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;

  private final String user = newUser();

  @Test
  void who_has_told_nothing_is_told_as_everybody_is() {
    as(Tokens.customer(user))
        .get()
        .uri("/preferences")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.locale")
        .isEqualTo("en")
        .jsonPath("$.timeZone")
        .isEqualTo("Asia/Kolkata")
        .jsonPath("$.categories.booking.push")
        .isEqualTo(true)
        .jsonPath("$.categories.booking.sms")
        .isEqualTo(false)
        .jsonPath("$.categories.offer_withdrawn")
        .doesNotExist();
  }

  @Test
  void what_is_put_takes_the_place_of_all_that_was_there() {
    prefer(user, Map.of("name", "Asha", "locale", "hi-IN", "phone", newNumber()))
        .expectStatus()
        .isOk();

    prefer(
            user,
            Map.of(
                "quietHours",
                Map.of("from", "22:00", "until", "07:00"),
                "categories",
                Map.of("booking", Map.of("push", false, "email", true))))
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.name")
        .doesNotExist()
        .jsonPath("$.phone")
        .doesNotExist()
        .jsonPath("$.locale")
        .isEqualTo("en")
        .jsonPath("$.quietHours.from")
        .isEqualTo("22:00")
        .jsonPath("$.categories.booking.push")
        .isEqualTo(false)
        .jsonPath("$.categories.booking.email")
        .isEqualTo(true)
        .jsonPath("$.categories.booking.inbox")
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'categories':{'gossip':{'push':true}}}           | categories.gossip",
        "{'categories':{'offer_withdrawn':{'push':true}}}  | categories.offer_withdrawn",
        "{'categories':{'booking':{'pigeon':true}}}        | categories.booking.pigeon",
        "{'categories':{'booking':{'push':null}}}          | categories.booking.push",
        "{'locale':'not a language'}                       | locale",
        "{'timeZone':'Mars/Olympus'}                       | timeZone",
        "{'phone':'12'}                                    | phone",
        "{'email':'nowhere'}                               | email",
        "{'quietHours':{'from':'25:00','until':'07:00'}}   | quietHours.from",
        "{'quietHours':{'from':'07:00','until':'07:00'}}   | quietHours.until",
        "{'quietHours':{'from':'07:00'}}                   | quietHours.until",
      })
  void what_makes_no_sense_is_refused(String body, String field) {
    as(Tokens.customer(user))
        .put()
        .uri("/preferences")
        .header("Content-Type", "application/json")
        .body(body.replace('\'', '"'))
        .exchange()
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("VALIDATION_FAILED")
        .jsonPath("$.errors[0].field")
        .isEqualTo(field);
  }

  @Test
  void everybody_reads_its_own_language() {
    var customer = booking.customer().value();
    var phone = phoneOf(customer);
    prefer(customer, Map.of("locale", "hi")).expectStatus().isOk();

    happens(booking.acceptedBy("winner"));

    assertThat(awaitPushes(phone, 1).getFirst().json().at("/notification/title").asString())
        .isEqualTo("ट्रक मिल गया");
  }

  @Test
  void who_has_said_nothing_reads_the_language_of_its_device() {
    var customer = booking.customer().value();
    var token = newToken();
    as(Tokens.customer(customer))
        .put()
        .uri("/devices/{token}", token)
        .body(Map.of("platform", "android", "locale", "hi-IN", "timeZone", "Asia/Kolkata"))
        .exchange()
        .expectStatus()
        .isNoContent();

    happens(booking.acceptedBy("winner"));

    assertThat(awaitPushes(token, 1).getFirst().json().at("/notification/title").asString())
        .isEqualTo("ट्रक मिल गया");
  }

  @Test
  void a_device_with_a_language_that_is_none_is_refused() {
    as(Tokens.customer(user))
        .put()
        .uri("/devices/{token}", newToken())
        .body(Map.of("platform", "android", "locale", "not a language"))
        .exchange()
        .expectStatus()
        .isBadRequest();
  }

  @Test
  void who_does_not_want_pushes_of_offers_gets_none_nor_their_withdrawals() {
    var captain = newUser();
    var phone = phoneOf(captain);
    prefer(captain, Map.of("categories", Map.of("offer", Map.of("push", false))))
        .expectStatus()
        .isOk();

    happens(booking.offeredTo(captain));
    happens(booking.expired(captain));
    happens(booking.assignedTo("a-fleet", captain));

    assertThat(awaitPushes(phone, 1).getFirst().json().at("/data/category").asString())
        .isEqualTo("trip");
    assertThat(fcm.messages().to(phone)).hasSize(1);
  }

  @Test
  void at_night_news_waits_for_the_morning_of_which_only_the_latest_is_told() {
    var customer = booking.customer().value();
    var phone = phoneOf(customer);
    beQuietNow(customer);

    happens(booking.acceptedBy("winner"));
    awaitOutcome(customer, "stored");
    happens(booking.cancelledBy("ops", null));
    kafka.await(
        "notification.delivery",
        r -> customer.equals(r.key()) && String.valueOf(r.value()).contains("cancelled"));
    assertThat(fcm.messages().to(phone)).isEmpty();
    jdbc.sql("UPDATE postponed SET due_at = now() WHERE recipient_id = :user")
        .param("user", customer)
        .update();

    assertThat(awaitPushes(phone, 1))
        .extracting(push -> push.json().at("/data/status").asString())
        .containsExactly("cancelled");
  }

  @Test
  void what_is_critical_comes_at_night() {
    var driver = newUser();
    var phone = phoneOf(driver);
    beQuietNow(driver);

    happens(booking.assignedTo("a-fleet", driver));

    awaitPushes(phone, 1);
  }

  private void beQuietNow(String who) {
    var zone = ZoneId.of("Asia/Kolkata");
    var now = LocalTime.now(zone).truncatedTo(ChronoUnit.MINUTES);
    prefer(
            who,
            Map.of(
                "timeZone",
                zone.getId(),
                "quietHours",
                Map.of("from", now.minusHours(1).toString(), "until", now.plusHours(1).toString())))
        .expectStatus()
        .isOk();
  }
}
