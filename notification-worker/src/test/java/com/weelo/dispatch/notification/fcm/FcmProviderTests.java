package com.weelo.dispatch.notification.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.fcm.Fault;
import com.weelo.dispatch.fcm.FcmEmulator;
import com.weelo.dispatch.fcm.FcmEmulatorSettings;
import com.weelo.dispatch.fcm.FcmErrorCode;
import com.weelo.dispatch.notification.devices.DeviceToken;
import com.weelo.dispatch.notification.devices.Platform;
import com.weelo.dispatch.notification.emulator.Endpoint;
import com.weelo.dispatch.notification.sending.Address;
import com.weelo.dispatch.notification.sending.Answer;
import com.weelo.dispatch.notification.sending.Answer.Accepted;
import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class FcmProviderTests {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
  private static final Address PHONE = device("a-phone", Platform.ANDROID);

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** It takes a 401 for a stale access token and gets a new one each time. */
  private static final int SDK_ATTEMPTS_ON_401 = 5;

  @TempDir static Path directory;
  private static FcmEmulator fcm;
  private static FcmConnection connection;
  private static FcmProvider provider;

  @BeforeAll
  static void connect() {
    fcm = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(directory));
    connection = FcmConnection.open(propertiesFor(fcm.port()));
    provider = provider(connection);
  }

  @AfterAll
  static void disconnect() {
    connection.close();
    fcm.close();
  }

  @AfterEach
  void clear() {
    fcm.recover();
    fcm.messages().clear();
  }

  @Test
  void an_accepted_push_has_the_providers_id() {
    assertThat(send(PHONE))
        .isInstanceOfSatisfying(
            Accepted.class,
            accepted ->
                assertThat(accepted.providerId()).startsWith("projects/a-project/messages/"));
  }

  @Test
  void the_app_gets_the_data_with_id_and_category_of_the_notification() {
    send(PHONE);

    assertThat(sentTo("a-phone").at("/data/bookingId").asString()).isEqualTo("a-booking");
    assertThat(sentTo("a-phone").at("/data/notificationId").asString()).isEqualTo("an-id");
    assertThat(sentTo("a-phone").at("/data/category").asString()).isEqualTo("offer");
    assertThat(sentTo("a-phone").at("/notification/title").asString()).isEqualTo("A title");
    assertThat(sentTo("a-phone").at("/notification/body").asString()).isEqualTo("A body");
  }

  @Test
  void on_android_an_urgent_push_wakes_the_phone_and_ends_with_its_worth() {
    send(PHONE);

    var android = sentTo("a-phone").at("/android");
    assertThat(android.at("/priority").asString()).isEqualTo("high");
    assertThat(android.at("/ttl").asString()).isEqualTo("60s");
    assertThat(android.at("/collapse_key").asString()).isEqualTo("a-booking");
    assertThat(android.at("/notification/tag").asString()).isEqualTo("a-booking");
  }

  @Test
  void on_ios_an_urgent_push_is_an_alert_of_highest_priority() {
    send(device("an-iphone", Platform.IOS));

    var headers = sentTo("an-iphone").at("/apns/headers");
    assertThat(headers.at("/apns-push-type").asString()).isEqualTo("alert");
    assertThat(headers.at("/apns-priority").asString()).isEqualTo("10");
    assertThat(headers.at("/apns-collapse-id").asString()).isEqualTo("a-booking");
    assertThat(headers.at("/apns-expiration").asString())
        .isEqualTo(Long.toString(NOON.plusSeconds(60).getEpochSecond()));
  }

  @Test
  void in_a_browser_an_urgent_push_says_so() {
    send(device("a-browser", Platform.WEB));

    var headers = sentTo("a-browser").at("/webpush/headers");
    assertThat(headers.at("/Urgency").asString()).isEqualTo("high");
    assertThat(headers.at("/TTL").asString()).isEqualTo("60");
  }

  @Test
  void a_silent_push_shows_nothing_and_wakes_only_the_app() {
    provider.send(silent(), PHONE);
    provider.send(silent(), device("an-iphone", Platform.IOS));

    assertThat(sentTo("a-phone").has("notification")).isFalse();
    assertThat(sentTo("a-phone").at("/android").has("notification")).isFalse();
    assertThat(sentTo("a-phone").at("/android/priority").asString()).isEqualTo("normal");
    var apns = sentTo("an-iphone").at("/apns");
    assertThat(apns.at("/headers/apns-push-type").asString()).isEqualTo("background");
    assertThat(apns.at("/headers/apns-priority").asString()).isEqualTo("5");
    assertThat(apns.at("/payload/aps/content-available").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "UNREGISTERED, GONE",
    "INVALID_ARGUMENT, BAD_ADDRESS",
    "SENDER_ID_MISMATCH, WRONG_SENDER",
    "THIRD_PARTY_AUTH_ERROR, NO_ACCESS",
    "QUOTA_EXCEEDED, QUOTA",
    "UNAVAILABLE, UNAVAILABLE",
    "INTERNAL, UNAVAILABLE"
  })
  void each_code_has_its_reason(FcmErrorCode code, Reason reason) {
    fcm.fail(Fault.answering(code).times(SDK_ATTEMPTS_ON_401));

    assertThat(send(PHONE)).isEqualTo(new Refused(reason, code.name()));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "INTERNAL", "QUOTA_EXCEEDED"})
  void what_fcm_can_not_do_now_is_reported_at_once_with_the_time_it_asks_for(FcmErrorCode code) {
    fcm.fail(Fault.answering(code).retryAfterSeconds(7));

    assertThat(send(PHONE))
        .isInstanceOfSatisfying(
            Refused.class,
            refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    assertThat(fcm.messages().all()).as("the SDK's own attempts").isEmpty();
  }

  @Test
  void a_token_that_is_none_is_no_address() {
    assertThat(send(device("no token", Platform.ANDROID)))
        .isEqualTo(new Refused(Reason.BAD_ADDRESS, "INVALID_ARGUMENT"));
  }

  @Test
  void a_message_that_is_invalid_is_not_the_devices_fault() {
    var tooLong = push("A title", true, Map.of("data", "x".repeat(5000)));

    assertThat(provider.send(tooLong, PHONE))
        .isEqualTo(new Refused(Reason.BAD_MESSAGE, "INVALID_ARGUMENT"));
  }

  @Test
  void no_answer_at_all_is_no_verdict() {
    try (var nobodyThere = FcmConnection.open(propertiesFor(1))) {
      assertThat(provider(nobodyThere).send(push(), PHONE))
          .isEqualTo(new Refused(Reason.NO_ANSWER, "IO_ERROR"));
    }
  }

  @Test
  void an_answer_that_comes_too_late_is_no_verdict() {
    fcm.fail(Fault.delaying(TIMEOUT.multipliedBy(10)));

    assertThat(send(PHONE)).isEqualTo(new Refused(Reason.NO_ANSWER, "IO_ERROR"));
  }

  @Test
  void a_push_is_waited_for_however_long_it_takes_to_be_written_within_the_time_for_its_answer()
      throws IOException {
    try (var line = SlowLine.to(fcm.port(), TIMEOUT.plusSeconds(1));
        var patient = FcmConnection.open(propertiesFor(line.port(), TIMEOUT.multipliedBy(6)))) {
      assertThat(provider(patient).send(push(), PHONE)).isInstanceOf(Accepted.class);
    }
    assertThat(fcm.messages().to("a-phone")).hasSize(1);
  }

  @Test
  void a_push_that_was_given_up_before_it_was_written_is_not_sent_after_all() throws IOException {
    try (var line = SlowLine.to(fcm.port(), TIMEOUT.plusSeconds(3));
        var hasty = FcmConnection.open(propertiesFor(line.port(), TIMEOUT))) {
      assertThat(provider(hasty).send(push(), PHONE))
          .isEqualTo(new Refused(Reason.NO_ANSWER, "IO_ERROR"));

      await().until(() -> line.isLeft() || !fcm.messages().all().isEmpty());
      assertThat(fcm.messages().all()).isEmpty();
    }
  }

  private static Answer send(Address device) {
    return provider.send(push(), device);
  }

  private static Fcm push() {
    return push("A title", true, Map.of("bookingId", "a-booking"));
  }

  private static Fcm silent() {
    return push("", false, Map.of("bookingId", "a-booking"));
  }

  private static Fcm push(String title, boolean urgent, Map<String, String> data) {
    return new Fcm(
        new NotificationId("an-id"),
        new UserId("a-user"),
        "offer",
        urgent,
        title,
        title.isEmpty() ? "" : "A body",
        data,
        "a-booking",
        NOON.plusSeconds(60),
        1L,
        null);
  }

  private static Address device(String token, Platform platform) {
    return new Address(new DeviceToken(token).hash(), token, platform.code());
  }

  private static JsonNode sentTo(String token) {
    return fcm.messages().to(token).getLast().json();
  }

  private static FcmProvider provider(FcmConnection connection) {
    return new FcmProvider(connection.messaging(), 4, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private static FcmProperties propertiesFor(int port) {
    return propertiesFor(port, TIMEOUT);
  }

  /**
   * @param readTimeout of one call in all
   */
  private static FcmProperties propertiesFor(int port, Duration readTimeout) {
    return new FcmProperties(
        "a-project",
        null,
        new Endpoint(FcmEmulatorSettings.LOOPBACK, port, fcm.certificateAuthority()),
        10,
        TIMEOUT.multipliedBy(6),
        readTimeout,
        Duration.ofMinutes(1),
        Duration.ofSeconds(1));
  }
}
