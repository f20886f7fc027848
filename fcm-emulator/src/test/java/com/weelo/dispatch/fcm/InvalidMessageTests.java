package com.weelo.dispatch.fcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvalidMessageTests {

  private FcmEmulator emulator;
  private Sender sender;

  @BeforeAll
  void start(@TempDir Path certificates) {
    emulator = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(certificates));
    sender = new Sender(emulator, Version.HTTP_2);
  }

  @AfterAll
  void stop() {
    sender.close();
    emulator.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"message\"", "{} {}", "{\"message\": {\"token\": NaN}}"})
  void badJsonIsRefused(String body) {
    assertThat(refusalOf(body)).startsWith("Invalid JSON payload received.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"message\": {}}", "{\"message\": {\"token\": null}}"})
  void aMessageToNobodyIsRefused(String body) {
    assertThat(refusalOf(body)).isEqualTo("Recipient of the message is not set.");
  }

  @Test
  void aMessageToSeveralTargetsIsRefused() {
    assertThat(
            refusalOf(
                """
                {"message": {"token": "phone-1", "topic": "captains"}}\
                """))
        .contains("token", "topic");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"two words\"", "42"})
  void aTokenThatCannotBeOneIsRefused(String token) {
    assertThat(refusalOf("{\"message\": {\"token\": %s}}".formatted(token)))
        .isEqualTo("The registration token is not a valid FCM registration token");
  }

  @Test
  void dataMustBeText() {
    assertThat(
            refusalOf(
                """
                {"message": {"token": "phone-1", "data": {"wave": 1}}}\
                """))
        .contains("message.data[wave]");
  }

  @Test
  void dataMayTake4096BytesAndNotOneMore() {
    assertThat(sender.send(messageWithData("é".repeat(2047) + "x")).status()).isEqualTo(200);

    assertThat(refusalOf(messageWithData("é".repeat(2047) + "xy"))).contains("too big");
  }

  @Test
  void aHugeBodyIsNotRead() {
    assertThat(sender.send(messageWithData("x".repeat(2_000_000))).status()).isEqualTo(413);
  }

  /** Its key is one byte long. */
  private static String messageWithData(String value) {
    return """
    {"message": {"token": "phone-1", "data": {"k": "%s"}}}\
    """
        .formatted(value);
  }

  /** The message of the error, which has to be of the form that FCM's have. */
  private String refusalOf(String body) {
    Answer answer = sender.send(body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error/code").asInt()).isEqualTo(400);
    assertThat(answer.text("/error/status")).isEqualTo("INVALID_ARGUMENT");
    assertThat(answer.text("/error/details/0/@type"))
        .isEqualTo("type.googleapis.com/google.firebase.fcm.v1.FcmError");
    assertThat(answer.text("/error/details/0/errorCode")).isEqualTo("INVALID_ARGUMENT");
    return answer.text("/error/message");
  }
}
