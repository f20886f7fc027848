package com.weelo.dispatch.fcm;

import static com.weelo.dispatch.fcm.Sender.messageTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(
    value = Version.class,
    names = {"HTTP_1_1", "HTTP_2"})
class SendingTests {

  @TempDir static Path certificates;

  private final Version version;
  private FcmEmulator emulator;
  private Sender sender;

  SendingTests(Version version) {
    this.version = version;
  }

  @BeforeEach
  void start() {
    emulator = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(certificates));
    sender = new Sender(emulator, version);
  }

  @AfterEach
  void stop() {
    sender.close();
    emulator.close();
  }

  @Test
  void aMessageSentIsNamedAndKept() {
    Answer answer = sender.sendTo("phone-1");

    assertThat(answer.response().version()).isEqualTo(version);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/name")).matches("projects/weelo/messages/\\S+");
    assertThat(emulator.messages().to("phone-1"))
        .singleElement()
        .satisfies(message ->
            assertThat(message.json().at("/data/bookingId").asString()).isEqualTo("b-1"));
  }

  @Test
  void ofMessagesSentAtOnceEachIsKeptAndGetsAName() {
    var sent = Stream.generate(() -> sender.sendLater(messageTo("phone-1"))).limit(50).toList();

    var names = sent.stream().map(CompletableFuture::join).map(answer -> answer.text("/name"));

    assertThat(names).hasSize(50).doesNotHaveDuplicates();
    assertThat(emulator.messages().to("phone-1")).hasSize(50);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"message": {"topic": "captains", "notification": {"title": "Rain"}}}\
        """,
        """
        {"message": {"condition": "'captains' in topics", "notification": {"title": "Rain"}}}\
        """
      })
  void aMessageMayGoToATopicOrACondition(String body) {
    assertThat(sender.send(body).status()).isEqualTo(200);
    assertThat(emulator.messages().all())
        .singleElement()
        .satisfies(message -> assertThat(message.token()).isNull());
  }

  @Test
  void aMessageOnlyToBeValidatedIsNotKept() {
    Answer answer =
        sender.send(
            """
            {"validate_only": true, "message": {"token": "phone-1"}}\
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(emulator.messages().all()).isEmpty();
  }

  @Test
  void withoutABearerNothingIsSent() {
    Answer answer = sender.post("/v1/projects/weelo/messages:send", null, messageTo("phone-1"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("/error/status")).isEqualTo("UNAUTHENTICATED");
    assertThat(emulator.messages().all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic bGV0OmluCg=="})
  void anEmptyBearerIsNone(String authorization) {
    Answer answer =
        sender.post("/v1/projects/weelo/messages:send", authorization, messageTo("phone-1"));

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void theTokenEndpointHandsOutBearers() {
    Answer answer = sender.post("/token", null, "grant_type=jwt-bearer&assertion=signed");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/access_token")).isNotEmpty();
    assertThat(answer.json().at("/expires_in").asInt()).isEqualTo(3599);
    assertThat(answer.text("/token_type")).isEqualTo("Bearer");
  }

  @Test
  void nothingElseIsThere() {
    Answer answer = sender.post("/v1/projects/weelo/messages", "Bearer let-me-in", "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/error/status")).isEqualTo("NOT_FOUND");
  }
}
