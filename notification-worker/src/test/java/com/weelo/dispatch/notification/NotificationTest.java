package com.weelo.dispatch.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.fcm.FcmEmulator;
import com.weelo.dispatch.fcm.FcmEmulatorSettings;
import com.weelo.dispatch.fcm.ReceivedMessage;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.ReceivedRecord;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The worker on real stores, with an emulator of FCM behind it. */
@StoresTest(
    database = "notification",
    properties = {
      "dispatch.notification.fcm.waiting.first-wait=300ms",
      "dispatch.notification.fcm.waiting.first-wait-without-answer=100ms",
      "dispatch.notification.fcm.waiting.longest-wait=400ms",
      "dispatch.notification.fcm.waiting.spread=100ms",
      "dispatch.notification.fcm.leases.look=50ms",
      // A machine that stands still for a while is no provider that does not answer, and nobody
      // who crashed: else pushes would be sent twice.
      "dispatch.notification.fcm.leases.lease=10m",
      "dispatch.fcm.connect-timeout=60s",
      "dispatch.fcm.read-timeout=60s",
      "dispatch.sms.read-timeout=5s",
      "dispatch.notification.sms.leases.look=50ms",
      "dispatch.notification.postponed-look=50ms",
      "dispatch.digest.progress.window=1h",
      "dispatch.digest.look=50ms"
    })
abstract class NotificationTest {

  static final FcmEmulator fcm =
      FcmEmulator.start(FcmEmulatorSettings.onFreePorts(directory()).withMail(0));

  static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final AtomicLong NUMBERS = new AtomicLong();

  @Autowired EventCodec codec;
  @LocalServerPort int port;

  KafkaProbe kafka;

  /** Made as the test begins: pushes are not sent after its end. */
  ABooking booking;

  @DynamicPropertySource
  static void emulator(DynamicPropertyRegistry properties) {
    properties.add("dispatch.fcm.project-id", () -> "dispatch-test");
    properties.add("dispatch.fcm.endpoint.host", () -> FcmEmulatorSettings.LOOPBACK);
    properties.add("dispatch.fcm.endpoint.port", fcm::port);
    properties.add("dispatch.fcm.endpoint.certificate-authority", fcm::certificateAuthority);
    properties.add("dispatch.sms.account-sid", () -> "AC-test");
    properties.add("dispatch.sms.auth-token", () -> "a-secret");
    properties.add("dispatch.sms.from", () -> "+15550000000");
    properties.add("dispatch.sms.endpoint.host", () -> FcmEmulatorSettings.LOOPBACK);
    properties.add("dispatch.sms.endpoint.port", fcm::port);
    properties.add("dispatch.sms.endpoint.certificate-authority", fcm::certificateAuthority);
    properties.add("spring.mail.host", () -> FcmEmulatorSettings.LOOPBACK);
    properties.add("spring.mail.port", () -> fcm.mail().port());
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("fcm-emulator");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void begin() {
    booking = ABooking.madeAt(Instant.now());
    kafka =
        KafkaProbe.fromEarliest(
            TestStores.get(), "notification.delivery", "notification.fcm", "notification.fcm.dlt");
  }

  @AfterEach
  void end() {
    kafka.close();
    fcm.recover();
  }

  static String newUser() {
    return "user-" + EventIds.next();
  }

  static String newToken() {
    return "token:" + EventIds.next();
  }

  RestTestClient as(String jwt) {
    return RestTestClient.bindToServer()
        .baseUrl("http://localhost:" + port + "/api/v1")
        .defaultHeader("Authorization", "Bearer " + jwt)
        .build();
  }

  /** Registers a new Android device of the user and answers its token. */
  String phoneOf(String user) {
    var token = newToken();
    register(user, token, "android");
    return token;
  }

  void register(String user, String token, String platform) {
    as(Tokens.transporter(user))
        .put()
        .uri("/devices/{token}", token)
        .body(Map.of("platform", platform))
        .exchange()
        .expectStatus()
        .isNoContent();
  }

  /** Tells how somebody wants to be told. */
  RestTestClient.ResponseSpec prefer(String user, Map<String, ?> preferences) {
    return as(Tokens.customer(user)).put().uri("/preferences").body(preferences).exchange();
  }

  /** A number that is nobody else's. */
  static String newNumber() {
    return "+91" + (7_000_000_000L + NUMBERS.incrementAndGet());
  }

  <E extends DomainEvent> EventEnvelope<E> happens(E event) {
    var envelope =
        new EventEnvelope<>(
            EventIds.next(),
            Instant.now(),
            event,
            new EventMetadata("a-test", "test", "correlation-" + EventIds.next(), null, null));
    deliver(envelope);
    return envelope;
  }

  /** As the change of that version of whatever it happens to. */
  <E extends DomainEvent> EventEnvelope<E> happens(E event, long version) {
    var envelope =
        new EventEnvelope<>(
            EventIds.next(),
            Instant.now(),
            event,
            new EventMetadata("a-test", "test", "correlation-" + EventIds.next(), null, version));
    deliver(envelope);
    return envelope;
  }

  void deliver(EventEnvelope<?> envelope) {
    kafka.send(envelope.eventType(), envelope.key(), codec.encode(envelope), Map.of());
  }

  List<ReceivedMessage> awaitPushes(String token, int count) {
    return await()
        .atMost(PATIENCE)
        .until(() -> fcm.messages().to(token), messages -> messages.size() >= count);
  }

  /** Waits until it is known what came of the user's first notification, as JSON. */
  String awaitOutcome(String user) {
    return String.valueOf(kafka.awaitKey("notification.delivery", user).value());
  }

  /** Waits until it is known that this came of something that was sent to the user. */
  String awaitOutcome(String user, String outcome) {
    return String.valueOf(
        kafka
            .await(
                "notification.delivery",
                record ->
                    user.equals(record.key())
                        && String.valueOf(record.value()).contains("\"" + outcome + "\""))
            .value());
  }

  static byte[] bytes(ReceivedRecord record) {
    return String.valueOf(record.value()).getBytes(UTF_8);
  }
}
