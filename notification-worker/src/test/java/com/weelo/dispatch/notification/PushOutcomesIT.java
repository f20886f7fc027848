package com.weelo.dispatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.fcm.Fault;
import com.weelo.dispatch.fcm.FcmErrorCode;
import com.weelo.dispatch.notification.devices.DeviceToken;
import com.weelo.dispatch.platform.housekeeping.SweepLoop;
import com.weelo.dispatch.testing.StoresTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each of FCM's answers does to the token, the delivery and the rest, under the settings as
 * they come. Written down as the table in the documentation, which is compared.
 */
@StoresTest(
    database = "notification",
    properties = {
      // Longer than a slow machine needs for an answer that comes.
      "dispatch.fcm.read-timeout=10s",
      // Else chance could make one wait look like the next longer one.
      "dispatch.notification.fcm.waiting.spread=0s"
    })
class PushOutcomesIT extends NotificationTest {

  private static final Path TABLE = Path.of("target", "push-outcomes.md");
  private static final Path DOCUMENTED = Path.of("..", "docs", "push-outcomes.md");

  /** It takes a 401 for a stale access token and gets a new one each time. */
  private static final int SDK_ATTEMPTS_ON_401 = 5;

  private static final String TITLE =
      """
      # What becomes of a push

      By FCM's answer, under the settings as they come. The test `PushOutcomesIT` writes this table \
      and compares it.

      """;

  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry registry;
  @Autowired JsonMapper json;
  @Autowired SweepLoop resumedPushes;

  /** The order matters: what pauses everything comes last. */
  private final List<Case> cases =
      List.of(
          new Case("`UNREGISTERED`", "android", Fault.answering(FcmErrorCode.UNREGISTERED)),
          new Case(
              "`INVALID_ARGUMENT`, of the token",
              "android",
              Fault.answering(FcmErrorCode.INVALID_ARGUMENT)),
          new Case("`INVALID_ARGUMENT`, of the message", "android", null),
          new Case(
              "`SENDER_ID_MISMATCH`", "android", Fault.answering(FcmErrorCode.SENDER_ID_MISMATCH)),
          new Case("`UNAVAILABLE`", "android", Fault.answering(FcmErrorCode.UNAVAILABLE)),
          new Case(
              "`UNAVAILABLE`, `Retry-After: 30`",
              "android",
              Fault.answering(FcmErrorCode.UNAVAILABLE).retryAfterSeconds(30)),
          new Case("`INTERNAL`", "android", Fault.answering(FcmErrorCode.INTERNAL)),
          new Case("no answer", "android", Fault.delaying(Duration.ofMinutes(2))),
          new Case(
              "`THIRD_PARTY_AUTH_ERROR`",
              "ios",
              Fault.answering(FcmErrorCode.THIRD_PARTY_AUTH_ERROR).times(SDK_ATTEMPTS_ON_401)),
          new Case(
              "`QUOTA_EXCEEDED`, `Retry-After: 7`",
              "android",
              Fault.answering(FcmErrorCode.QUOTA_EXCEEDED).retryAfterSeconds(7)));

  /**
   * @param fault null for a message that FCM itself refuses
   */
  private record Case(String answer, String platform, @Nullable Fault fault) {}

  @AfterEach
  void sendAgain() {
    if (!resumedPushes.isRunning()) {
      resumedPushes.start();
    }
    jdbc.sql("DELETE FROM sending_pauses").update();
  }

  @Test
  void each_answer_of_fcm_has_the_outcome_that_is_documented() throws IOException {
    resumedPushes.stop(); // what waits is to be looked at, not to be sent
    var table = new StringBuilder(TITLE);
    table.append("| FCM answers | token | push | paused | alert | dead letter |\n");
    table.append("|---|---|---|---|---|---|\n");
    for (var one : cases) {
      table.append(row(one)).append('\n');
    }

    Files.writeString(TABLE, table);
    assertThat(table.toString()).isEqualTo(Files.readString(DOCUMENTED));
  }

  private String row(Case one) {
    var user = newUser();
    var token = newToken();
    register(user, token, one.platform());
    if (one.fault() != null) {
      fcm.fail(one.fault().forToken(token));
    }
    var alerts = count("dispatch.notification.alerts");
    var letters = count("dispatch.consumed.dead"); // posted before the outcome is told
    send(user, one.fault() == null ? "x".repeat(5000) : "");
    var told = json.readTree(awaitOutcome(user));
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            one.answer(),
            isKnown(token) ? "kept" : "dropped",
            push(user, Instant.parse(told.at("/data/at").asString())),
            pause(one.platform()),
            count("dispatch.notification.alerts") > alerts ? "yes" : "",
            count("dispatch.consumed.dead") > letters ? "yes" : "");
  }

  /** News, which is worth something for an hour. */
  private void send(String user, String data) {
    happens(
        new Fcm(
            new NotificationId("notification-of-" + user),
            new UserId(user),
            "booking",
            true,
            "A title",
            "A body",
            Map.of("data", data),
            null,
            Instant.now().plus(Duration.ofHours(1)),
            null,
            null));
  }

  private boolean isKnown(String token) {
    return jdbc.sql("SELECT count(*) FROM devices WHERE token_hash = :hash")
            .param("hash", new DeviceToken(token).hash())
            .query(Integer.class)
            .single()
        == 1;
  }

  private String push(String user, Instant settledAt) {
    return jdbc.sql("SELECT * FROM deliveries WHERE recipient_id = :user")
        .param("user", user)
        .query((row, number) -> {
          var due = row.getTimestamp("due_at");
          return due == null
              ? row.getString("state")
              : "again after " + whole(settledAt, due.toInstant());
        })
        .single();
  }

  /** The least that it can be, chance left out. */
  private static String whole(Instant from, Instant to) {
    var seconds = Duration.between(from, to).plusMillis(1).toSeconds(); // one is rounded
    return List.of(60L, 30L, 10L, 7L, 1L).stream()
            .filter(least -> seconds >= least)
            .findFirst()
            .orElse(0L)
        + " s or more";
  }

  private String pause(String platform) {
    return jdbc
        .sql("SELECT scope, extract(epoch FROM until - now()) AS left FROM sending_pauses")
        .query((row, number) -> row.getString("scope"))
        .list()
        .stream()
        .filter(scope -> !scope.contains(":") || scope.endsWith(platform))
        .findFirst()
        .map(scope -> scope.contains(":") ? "this platform, 60 s" : "everything, 7 s")
        .orElse("");
  }

  private double count(String meter) {
    return registry.find(meter).counters().stream()
        .mapToDouble(io.micrometer.core.instrument.Counter::count)
        .sum();
  }

  @Test
  void while_sending_is_paused_nothing_is_sent_to_anybody_and_then_all_of_it() {
    var captain = newUser();
    var phone = phoneOf(captain);
    fcm.fail(Fault.answering(FcmErrorCode.QUOTA_EXCEEDED).forToken(phone).retryAfterSeconds(2));
    send(captain, "");
    awaitOutcome(captain);
    var until =
        jdbc.sql("SELECT until FROM sending_pauses WHERE scope = 'fcm'")
            .query((row, number) -> row.getTimestamp("until").toInstant())
            .single();

    var other = newUser();
    var othersPhone = phoneOf(other);
    send(other, "");

    assertThat(awaitPushes(othersPhone, 1).getFirst().receivedAt()).isAfterOrEqualTo(until);
    assertThat(awaitPushes(phone, 1).getFirst().receivedAt()).isAfterOrEqualTo(until);
    assertThat(kafka.awaitKey("notification.delivery", other).value())
        .as("waiting for the pause was no attempt")
        .contains("\"sent\"", "\"attempt\":1");
  }

  @Test
  void a_platform_that_fcm_has_no_access_to_is_tried_again_by_one_push_and_then_by_all() {
    var ipad = newUser();
    var token = newToken();
    register(ipad, token, "ios");
    fcm.fail(
        Fault.answering(FcmErrorCode.THIRD_PARTY_AUTH_ERROR)
            .forToken(token)
            .times(SDK_ATTEMPTS_ON_401));
    send(ipad, "");
    awaitOutcome(ipad);
    var iphone = newUser();
    var other = newToken();
    register(iphone, other, "ios");
    send(iphone, "");
    await().until(() -> isWaiting(iphone));
    var android = newUser();
    var phone = phoneOf(android);
    send(android, "");
    awaitPushes(phone, 1); // the other platform is not concerned
    assertThat(paused()).isEqualTo(1);

    jdbc.sql("UPDATE sending_pauses SET until = now() - interval '1 second'").update();

    awaitSentAgain(token);
    awaitSentAgain(other);
    assertThat(pause("ios")).isEmpty();
    await().until(() -> paused() == 0);
  }

  private boolean isWaiting(String user) {
    return jdbc.sql(
                "SELECT count(*) FROM deliveries WHERE recipient_id = :user AND due_at IS NOT NULL")
            .param("user", user)
            .query(Integer.class)
            .single()
        == 1;
  }

  private double paused() {
    return registry.get("dispatch.notification.paused").gauge().value();
  }

  /** However often it has to make way for the one that tries. */
  private void awaitSentAgain(String token) {
    await()
        .atMost(PATIENCE)
        .until(() -> {
          jdbc.sql("UPDATE deliveries SET due_at = now() WHERE state = 'waiting'").update();
          return !fcm.messages().to(token).isEmpty();
        });
  }
}
