package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.fcm.Fault;
import com.weelo.dispatch.fcm.FcmErrorCode;
import com.weelo.dispatch.notification.devices.DeviceToken;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import com.weelo.dispatch.testing.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class FailingPushesIT extends NotificationTest {

  private static final Fault UNAVAILABLE = Fault.answering(FcmErrorCode.UNAVAILABLE);

  @Autowired JdbcClient jdbc;
  @Autowired SweepLoop resumedPushes;

  private final String captain = newUser();

  @Test
  void a_push_that_fcm_can_not_take_now_arrives_once_after_the_time_fcm_asked_for() {
    var phone = phoneOf(captain);
    fcm.fail(UNAVAILABLE.forToken(phone).retryAfterSeconds(1));

    happens(booking.offeredTo(captain));

    assertThat(awaitPushes(phone, 1)).hasSize(1);
    assertThat(awaitOutcome(captain, "waiting")).contains("\"UNAVAILABLE\"", "\"attempt\":1");
    assertThat(awaitOutcome(captain, "sent")).contains("\"attempt\":2");
  }

  @Test
  void while_a_push_waits_the_record_it_came_by_is_done_with() {
    var phone = phoneOf(captain);
    fcm.fail(UNAVAILABLE.forToken(phone).retryAfterSeconds(600));
    happens(news());
    awaitOutcome(captain, "waiting");

    happens(booking.offeredTo(captain)); // behind it on the same partition, for the same captain

    assertThat(awaitPushes(phone, 1).getFirst().json().at("/data/type").asString())
        .isEqualTo("offer");
  }

  /** Worth something for an hour. */
  private AssignmentEvent.Created news() {
    return booking.assignedTo("a-fleet", captain);
  }

  @Test
  void an_offer_that_would_come_too_late_is_given_up_at_once() {
    var phone = phoneOf(captain);
    fcm.fail(UNAVAILABLE.forToken(phone).retryAfterSeconds(3600));

    happens(booking.offeredTo(captain));

    assertThat(awaitOutcome(captain)).contains("\"expired\"", "\"UNAVAILABLE\"");
  }

  @Test
  void an_offer_that_was_taken_while_it_waited_is_not_sent() {
    var phone = phoneOf(captain);
    fcm.fail(UNAVAILABLE.forToken(phone).retryAfterSeconds(600));
    happens(booking.offeredTo(captain), 1);
    awaitOutcome(captain, "waiting");

    happens(booking.acceptedBy(captain), 2);
    awaitOutcome(booking.customer().value()); // that it was taken is known
    waitIsOver();
    awaitOutcome(captain, "stale");
    assertThat(fcm.messages().to(phone)).isEmpty();
  }

  @Test
  void a_push_under_way_as_the_worker_stops_is_on_record_as_sent() {
    var phone = phoneOf(captain);
    fcm.fail(UNAVAILABLE.forToken(phone).retryAfterSeconds(600));
    happens(news());
    awaitOutcome(captain, "waiting");

    fcm.fail(Fault.delaying(Duration.ofSeconds(2)).forToken(phone));
    waitIsOver();
    await().until(() -> !stateOfThePush().equals("waiting"));
    resumedPushes.stop();

    try {
      assertThat(stateOfThePush()).isEqualTo("sent");
    } finally {
      resumedPushes.start();
    }
  }

  private String stateOfThePush() {
    return jdbc.sql("SELECT state FROM deliveries WHERE recipient_id = :user")
        .param("user", captain)
        .query(String.class)
        .single();
  }

  private void waitIsOver() {
    jdbc.sql(
            "UPDATE deliveries SET due_at = now() WHERE recipient_id = :user AND state = 'waiting'")
        .param("user", captain)
        .update();
  }

  @Test
  void an_offer_that_is_told_after_its_withdrawal_is_not_sent_and_a_new_one_is() {
    var phone = phoneOf(captain);
    happens(booking.expired(captain), 2);
    awaitOutcome(captain, "sent");

    happens(booking.offeredTo(captain), 1);
    awaitOutcome(captain, "stale");
    happens(booking.offeredAgainTo(captain), 3);

    assertThat(awaitPushes(phone, 2))
        .extracting(push -> push.json().at("/data/type").asString())
        .containsExactly("offer_withdrawn", "offer");
  }

  @Test
  void news_that_still_waits_makes_way_for_later_news_of_the_same_job() {
    var phone = phoneOf(captain);
    fcm.fail(UNAVAILABLE.forToken(phone).retryAfterSeconds(600));
    happens(booking.assignedTo("a-fleet", captain));
    awaitOutcome(captain, "waiting");

    happens(booking.calledOff("a-fleet", captain));

    awaitOutcome(captain, "superseded");
    assertThat(awaitPushes(phone, 1).getFirst().json().at("/data/status").asString())
        .isEqualTo("cancelled");
  }

  @Test
  void a_captain_who_can_not_be_reached_now_keeps_nobody_else_waiting() {
    var phone = phoneOf(captain);
    var other = newUser();
    var othersPhone = phoneOf(other);
    fcm.fail(UNAVAILABLE.forToken(phone).times(100));

    happens(booking.offeredTo(captain, other));
    awaitPushes(othersPhone, 1);
    happens(booking.offeredAgainTo(other));

    awaitPushes(othersPhone, 2);
    assertThat(fcm.messages().to(phone)).isEmpty();
  }

  @Test
  void of_two_devices_only_the_one_that_failed_is_sent_to_again() {
    var phone = phoneOf(captain);
    var tablet = phoneOf(captain);
    fcm.fail(UNAVAILABLE.forToken(tablet).times(2));

    happens(booking.offeredTo(captain));

    assertThat(awaitPushes(tablet, 1)).hasSize(1);
    assertThat(awaitPushes(phone, 1)).hasSize(1);
  }

  @Test
  void after_too_many_attempts_a_push_is_given_up() {
    var phone = phoneOf(captain);
    fcm.fail(UNAVAILABLE.forToken(phone).times(6));

    happens(news());

    var letter = kafka.awaitKey("notification.fcm.dlt", captain);
    assertThat(letter.headers().get("dlt-reason")).isEqualTo("PoisonEvent: FCM: UNAVAILABLE");
    assertThat(letter.headers().get("dlt-worker")).isEqualTo("notification-worker.fcm");
    assertThat(awaitOutcome(captain, "failed")).contains("\"UNAVAILABLE\"", "\"attempt\":6");
    assertThat(fcm.messages().to(phone)).isEmpty();
  }

  @Test
  void a_device_that_is_no_longer_registered_is_forgotten() {
    var phone = phoneOf(captain);
    fcm.fail(Fault.answering(FcmErrorCode.UNREGISTERED).forToken(phone));

    happens(booking.offeredTo(captain));
    assertThat(awaitOutcome(captain)).contains("\"failed\"", "\"UNREGISTERED\"");
    happens(booking.offeredAgainTo(captain));

    kafka.await(
        "notification.delivery",
        record ->
            captain.equals(record.key()) && String.valueOf(record.value()).contains("no_device"));
    assertThat(fcm.messages().to(phone)).isEmpty();
    assertThat(kafka.received("notification.fcm.dlt"))
        .noneMatch(letter -> captain.equals(letter.key()));
  }

  @Test
  void what_is_no_event_goes_to_the_dead_letters_and_the_rest_goes_on() {
    var phone = phoneOf(captain);
    kafka.send("notification.fcm", captain, "poison".getBytes(), Map.of());

    happens(booking.offeredTo(captain));

    awaitPushes(phone, 1);
    assertThat(kafka.awaitKey("notification.fcm.dlt", captain).value()).isEqualTo("poison");
  }

  @Test
  void a_push_whose_sender_crashed_is_taken_over_after_the_lease() {
    var phone = phoneOf(captain);
    var push = pushClaimedBySomebody(phone, Instant.now().minusSeconds(3600));

    kafka.send("notification.fcm", captain, push, Map.of());

    assertThat(awaitPushes(phone, 1)).hasSize(1);
    awaitOutcome(captain, "sent");
  }

  @Test
  void a_push_that_somebody_else_is_sending_is_left_to_it_and_keeps_nobody_waiting() {
    var phone = phoneOf(captain);
    var push = pushClaimedBySomebody(phone, Instant.now());

    kafka.send("notification.fcm", captain, push, Map.of());
    await().until(() -> dueAt() != null);
    happens(booking.offeredAgainTo(captain)); // behind it

    awaitPushes(phone, 1);
    assertThat(fcm.messages().to(phone))
        .extracting(sent -> sent.json().at("/data/wave").asString())
        .containsExactly("2");
  }

  /** A push as it stands on its topic, with a claim of another instance in the database. */
  private byte[] pushClaimedBySomebody(String token, Instant at) {
    var device = new DeviceToken(token);
    as(Tokens.transporter(captain)).delete().uri("/devices/{token}", token).exchange();
    happens(booking.offeredTo(captain));
    awaitOutcome(captain); // no_device: nothing was sent yet
    register(captain, token, "android");
    jdbc.sql(
            """
            UPDATE deliveries SET state = 'claimed', address_hash = :hash, claimed_at = :at,
                                  settled_at = NULL
            WHERE recipient_id = :user
            """)
        .param("hash", device.hash())
        .param("at", java.sql.Timestamp.from(at))
        .param("user", captain)
        .update();
    return bytes(kafka.awaitKey("notification.fcm", captain));
  }

  private @Nullable Object dueAt() {
    return jdbc.sql("SELECT due_at FROM deliveries WHERE recipient_id = :user")
        .param("user", captain)
        .query((row, number) -> Optional.ofNullable(row.getTimestamp("due_at")))
        .single()
        .orElse(null);
  }

  @Test
  void operators_see_what_came_of_a_notification() {
    var phone = phoneOf(captain);
    happens(booking.offeredTo(captain));
    var id = awaitPushes(phone, 1).getFirst().json().at("/data/notificationId").asString();
    awaitOutcome(captain);

    var answer =
        as(Tokens.ops("olga"))
            .get()
            .uri("/notifications/{id}/deliveries", id)
            .exchange()
            .expectStatus()
            .isOk()
            .expectBody(JsonNode.class)
            .returnResult()
            .getResponseBody();
    var deliveries = Objects.requireNonNull(answer).at("/deliveries");

    assertThat(deliveries).hasSize(1);
    var delivery = deliveries.get(0);
    assertThat(delivery.at("/state").asString()).isEqualTo("sent");
    assertThat(delivery.at("/recipientId").asString()).isEqualTo(captain);
    assertThat(delivery.at("/attempts").asInt()).isEqualTo(1);
    assertThat(delivery.at("/providerId").asString()).startsWith("projects/dispatch-test/");
    assertThat(delivery.toString()).doesNotContain(phone);
  }
}
