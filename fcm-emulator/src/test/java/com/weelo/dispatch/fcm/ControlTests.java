package com.weelo.dispatch.fcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTests {

  @TempDir static Path certificates;

  private FcmEmulator emulator;
  private Sender sender;
  private Control control;

  @BeforeEach
  void start() {
    emulator = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(certificates));
    sender = new Sender(emulator, Version.HTTP_2);
    control = new Control(emulator);
  }

  @AfterEach
  void stop() {
    control.close();
    sender.close();
    emulator.close();
  }

  @Test
  void aMessageSentCanBeLookedUpByItsToken() {
    sender.sendTo("phone-1");
    sender.sendTo("phone-2");

    Answer answer = control.get("/messages?token=phone-2");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/messages")).hasSize(1);
    assertThat(answer.text("/messages/0/token")).isEqualTo("phone-2");
    assertThat(answer.text("/messages/0/message/data/bookingId")).isEqualTo("b-1");
    assertThat(Instant.parse(answer.text("/messages/0/receivedAt"))).isNotNull();
  }

  @Test
  void theNewestMessageIsLast() {
    sender.sendTo("phone-1");
    sender.sendTo("phone-2");
    sender.sendTo("phone-3");

    assertThat(tokensOf(control.get("/messages"))).containsExactly("phone-1", "phone-2", "phone-3");
  }

  @Test
  void aLimitLeavesTheNewest() {
    sender.sendTo("phone-1");
    sender.sendTo("phone-2");
    sender.sendTo("phone-3");

    assertThat(tokensOf(control.get("/messages?limit=2"))).containsExactly("phone-2", "phone-3");
    assertThat(tokensOf(control.get("/messages?limit=99"))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1e3", "99999999999", ""})
  void aLimitThatIsNoneIsRefused(String limit) {
    assertThat(refusalOf(control.get("/messages?limit=" + limit))).startsWith("limit must be");
  }

  @Test
  void messagesCanBeCleared() {
    sender.sendTo("phone-1");

    assertThat(control.delete("/messages").status()).isEqualTo(204);

    assertThat(control.get("/messages").json().at("/messages")).isEmpty();
  }

  @Test
  void aFaultPutIsWhatTheNextSendsMeet() {
    Answer put =
        control.put(
            "/faults",
            """
            {"token": "phone-1", "status": 429, "errorCode": "QUOTA_EXCEEDED",
             "retryAfterSeconds": 30, "delayMs": 1, "times": 1}\
            """);

    assertThat(put.status()).isEqualTo(200);
    Answer refused = sender.sendTo("phone-1");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.text("/error/details/0/errorCode")).isEqualTo("QUOTA_EXCEEDED");
    assertThat(refused.header("Retry-After")).isEqualTo("30");
    assertThat(sender.sendTo("phone-1").status()).isEqualTo(200);
  }

  @Test
  void aStatusThatFcmItselfNeverAnswersHasNoErrorCode() {
    control.put("/faults", "{\"status\": 502, \"times\": 1}");

    Answer refused = sender.sendTo("phone-1");

    assertThat(refused.status()).isEqualTo(502);
    assertThat(refused.json().at("/error/details").isMissingNode()).isTrue();
  }

  @Test
  void theFaultsToComeTellHowOftenTheyWillCome() {
    control.put("/faults", "{\"status\": 503, \"times\": 3}");
    sender.sendTo("phone-1");

    Answer faults = control.get("/faults");

    assertThat(faults.text("/faults/0/errorCode")).isEqualTo("UNAVAILABLE");
    assertThat(faults.json().at("/faults/0/times").asInt()).isEqualTo(2);
  }

  @Test
  void faultsCanBeCleared() {
    control.put("/faults", "{\"status\": 503, \"times\": 3}");

    assertThat(control.delete("/faults").status()).isEqualTo(204);

    assertThat(control.get("/faults").json().at("/faults")).isEmpty();
    assertThat(sender.sendTo("phone-1").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"times\": 1}                                          | status or delayMs",
        "{\"status\": 503}                                       | times must be",
        "{\"status\": 503, \"times\": 0}                         | times must be",
        "{\"status\": 503, \"times\": \"often\"}                 | often",
        "{\"status\": 200, \"times\": 1}                         | status must be",
        "{\"status\": 503, \"errorCode\": \"OOPS\", \"times\": 1} | errorCode must be",
        "{\"delayMs\": -1, \"times\": 1}                         | delayMs must",
        "{\"status\": 503, \"retryAfterSeconds\": -1, \"times\": 1} | retryAfterSeconds must",
        "[]                                                    | Fault",
      })
  void aFaultThatMakesNoSenseIsRefused(String body, String reason) {
    assertThat(refusalOf(control.put("/faults", body))).contains(reason);
    assertThat(control.get("/faults").json().at("/faults")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "null", "status=503"})
  void aFaultThatIsNoJsonObjectIsRefused(String body) {
    assertThat(control.put("/faults", body).status()).isEqualTo(400);
  }

  @Test
  void anUnknownPathIsNotFound() {
    assertThat(control.get("/nothing").status()).isEqualTo(404);
    assertThat(control.put("/messages", "{}").status()).isEqualTo(404);
  }

  private static Stream<String> tokensOf(Answer answer) {
    return answer
        .json()
        .at("/messages")
        .valueStream()
        .map(message -> message.at("/token").asString());
  }

  private static String refusalOf(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("/code")).isNotEmpty();
    return answer.text("/detail");
  }
}
