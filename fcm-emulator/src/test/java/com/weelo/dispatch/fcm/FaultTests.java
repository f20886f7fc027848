package com.weelo.dispatch.fcm;

import static com.weelo.dispatch.fcm.FcmErrorCode.QUOTA_EXCEEDED;
import static com.weelo.dispatch.fcm.FcmErrorCode.UNAVAILABLE;
import static com.weelo.dispatch.fcm.FcmErrorCode.UNREGISTERED;
import static com.weelo.dispatch.fcm.Sender.messageTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTests {

  private static final Duration FOR_EVER = Duration.ofDays(1);

  @TempDir static Path certificates;

  private FcmEmulator emulator;
  private Sender sender;

  @BeforeEach
  void start() {
    emulator = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(certificates));
    sender = new Sender(emulator, Version.HTTP_2);
  }

  @AfterEach
  void stop() {
    sender.close();
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "INVALID_ARGUMENT, 400, INVALID_ARGUMENT",
    "THIRD_PARTY_AUTH_ERROR, 401, UNAUTHENTICATED",
    "SENDER_ID_MISMATCH, 403, PERMISSION_DENIED",
    "UNREGISTERED, 404, NOT_FOUND",
    "QUOTA_EXCEEDED, 429, RESOURCE_EXHAUSTED",
    "INTERNAL, 500, INTERNAL",
    "UNAVAILABLE, 503, UNAVAILABLE"
  })
  void everyErrorCodeComesWithItsStatuses(FcmErrorCode code, int httpStatus, String rpcStatus) {
    emulator.fail(Fault.answering(code));

    Answer answer = sender.sendTo("phone-1");

    assertThat(answer.status()).isEqualTo(httpStatus);
    assertThat(answer.json().at("/error/code").asInt()).isEqualTo(httpStatus);
    assertThat(answer.text("/error/status")).isEqualTo(rpcStatus);
    assertThat(answer.text("/error/message")).isNotEmpty();
    assertThat(answer.text("/error/details/0/errorCode")).isEqualTo(code.name());
  }

  @Test
  void aFaultHitsOnlyItsTokenAndOnlySoManyTimes() {
    emulator.fail(Fault.answering(UNREGISTERED).forToken("phone-1").times(2));

    assertThat(sender.sendTo("phone-2").status()).isEqualTo(200);
    assertThat(sender.sendTo("phone-1").status()).isEqualTo(404);
    assertThat(sender.sendTo("phone-1").status()).isEqualTo(404);
    assertThat(sender.sendTo("phone-1").status()).isEqualTo(200);
  }

  @Test
  void aMessageThatFailedWasNotDelivered() {
    emulator.fail(Fault.answering(UNAVAILABLE));

    sender.sendTo("phone-1");

    assertThat(emulator.messages().all()).isEmpty();
  }

  @Test
  void faultsComeInTheOrderTheyWerePut() {
    emulator.fail(Fault.answering(UNAVAILABLE));
    emulator.fail(Fault.answering(UNREGISTERED));

    assertThat(sender.sendTo("phone-1").status()).isEqualTo(503);
    assertThat(sender.sendTo("phone-1").status()).isEqualTo(404);
  }

  @Test
  void whenToRetryIsToldWhereAsked() {
    emulator.fail(Fault.answering(QUOTA_EXCEEDED).retryAfterSeconds(7));
    emulator.fail(Fault.answering(QUOTA_EXCEEDED));

    assertThat(sender.sendTo("phone-1").header("Retry-After")).isEqualTo("7");
    assertThat(sender.sendTo("phone-1").header("Retry-After")).isEmpty();
  }

  @Test
  void aDelayedSendIsAcceptedAndAnsweredOnlyThen() {
    Duration delay = Duration.ofMillis(100);
    emulator.fail(Fault.delaying(delay));
    long start = System.nanoTime();

    assertThat(sender.sendTo("phone-1").status()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
    assertThat(emulator.messages().to("phone-1")).hasSize(1);
  }

  @Test
  void anErrorCanComeLateToo() {
    Duration delay = Duration.ofMillis(100);
    emulator.fail(Fault.answering(UNAVAILABLE).delayedBy(delay));
    long start = System.nanoTime();

    assertThat(sender.sendTo("phone-1").status()).isEqualTo(503);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
  }

  @Test
  void aDelayedSendHoldsUpNobodyElse() {
    emulator.fail(Fault.delaying(FOR_EVER).forToken("phone-1").times(50));

    var delayed = Stream.generate(() -> sender.sendLater(messageTo("phone-1"))).limit(50).toList();

    assertThat(sender.sendTo("phone-2").status()).isEqualTo(200);
    assertThat(delayed).noneMatch(CompletableFuture::isDone);
  }

  @Test
  @Timeout(300)
  void anEmulatorEndsThoughAnswersAreStillToCome() {
    emulator.fail(Fault.delaying(FOR_EVER).forToken("phone-1"));
    var delayed = sender.sendLater(messageTo("phone-1"));
    sender.sendTo("phone-2");

    emulator.close();

    assertThat(delayed).failsWithin(Duration.ofMinutes(3));
  }

  @Test
  void afterRecoveryNoFaultIsLeft() {
    emulator.fail(Fault.answering(UNAVAILABLE).times(1000));

    emulator.recover();

    assertThat(sender.sendTo("phone-1").status()).isEqualTo(200);
  }
}
