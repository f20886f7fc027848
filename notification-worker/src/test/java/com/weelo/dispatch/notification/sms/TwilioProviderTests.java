package com.weelo.dispatch.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.NotificationEvent.Sms;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.fcm.FcmEmulator;
import com.weelo.dispatch.fcm.FcmEmulatorSettings;
import com.weelo.dispatch.fcm.SmsFault;
import com.weelo.dispatch.notification.emulator.Endpoint;
import com.weelo.dispatch.notification.sending.Address;
import com.weelo.dispatch.notification.sending.Answer;
import com.weelo.dispatch.notification.sending.Answer.Accepted;
import com.weelo.dispatch.notification.sending.Answer.Reason;
import com.weelo.dispatch.notification.sending.Answer.Refused;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioProviderTests {

  private static final String ASHA = "+919876543210";

  @TempDir static Path directory;
  private static FcmEmulator emulator;
  private static TwilioProvider provider;

  @BeforeAll
  static void connect() {
    emulator = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(directory));
    provider = provider(emulator.port());
  }

  @AfterAll
  static void disconnect() {
    emulator.close();
  }

  @AfterEach
  void clear() {
    emulator.recover();
    emulator.texts().clear();
  }

  @Test
  void a_text_arrives_as_it_was_written() {
    assertThat(send(ASHA))
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.providerId()).startsWith("SM"));

    assertThat(emulator.texts().to(ASHA))
        .singleElement()
        .satisfies(text -> {
          assertThat(text.from()).isEqualTo("+15550000000");
          assertThat(text.body()).isEqualTo("यात्रा रद्द: & = +");
        });
  }

  @Test
  void what_is_no_number_is_no_address() {
    assertThat(send("12")).isEqualTo(new Refused(Reason.BAD_ADDRESS, "21211"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21614, BAD_ADDRESS",
    "400, 21610, GONE",
    "400, 21617, BAD_MESSAGE",
    "500, 20500, UNAVAILABLE",
    "503, 20503, UNAVAILABLE"
  })
  void each_code_has_its_reason_and_is_asked_for_once(int status, int code, Reason reason) {
    emulator.failTexts(SmsFault.answering(status, code));

    assertThat(send(ASHA)).isEqualTo(new Refused(reason, Integer.toString(code)));
    assertThat(emulator.texts().all()).as("the SDK's own attempts").isEmpty();
  }

  @Test
  void too_many_are_reported_with_the_time_to_wait() {
    emulator.failTexts(SmsFault.answering(429, 20429).retryAfterSeconds(7));

    assertThat(send(ASHA)).isEqualTo(new Refused(Reason.QUOTA, "429", Duration.ofSeconds(7)));
  }

  @Test
  void wrong_credentials_are_nobodys_fault_but_ours() {
    emulator.failTexts(SmsFault.answering(401, 20003));

    assertThat(send(ASHA))
        .isInstanceOfSatisfying(
            Refused.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.NO_ACCESS));
  }

  @Test
  void no_answer_is_no_verdict() {
    emulator.failTexts(SmsFault.delaying(Duration.ofMinutes(1)));

    assertThat(send(ASHA)).isEqualTo(new Refused(Reason.NO_ANSWER, "IO_ERROR"));
    assertThat(send(provider(1), ASHA)).isEqualTo(new Refused(Reason.NO_ANSWER, "IO_ERROR"));
  }

  private static Answer send(String number) {
    return send(provider, number);
  }

  private static Answer send(TwilioProvider by, String number) {
    return by.send(
        new Sms(
            new NotificationId("an-id"), new UserId("asha"), "trip", "यात्रा रद्द: & = +", null),
        new Address("a-hash", number, null));
  }

  private static TwilioProvider provider(int port) {
    var endpoint =
        new Endpoint(FcmEmulatorSettings.LOOPBACK, port, emulator.certificateAuthority());
    return TwilioProvider.of(
        new SmsProperties(
            "AC-test",
            "a-secret",
            "+15550000000",
            endpoint,
            4,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2)),
        "AC-test");
  }
}
