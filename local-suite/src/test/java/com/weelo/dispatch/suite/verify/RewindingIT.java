package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.stores.EmbeddedStores;
import com.weelo.dispatch.stores.StoresSettings;
import com.weelo.dispatch.suite.SuiteFailure;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.SuiteServices;
import com.weelo.dispatch.suite.SuiteSettings;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.verify.Rewinding.Again;
import com.weelo.dispatch.testing.KafkaProbe;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * On booking-service, which reads of assignments both ways: event by event, so that only Kafka
 * knows how far it is, and in batches, so that its database does.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RewindingIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String TOPIC = "assignment.created";
  private static final String EVENT_BY_EVENT = "booking-service.trips";
  private static final String IN_BATCHES = "booking-service.trip-history";

  private final EmbeddedStores stores = EmbeddedStores.start(StoresSettings.temporary());
  private final KafkaProbe kafka = KafkaProbe.fromEarliest(stores);
  private final SuitePorts ports;
  private final SuiteSettings settings;
  private final TripsRead trips;
  private final Rewinding rewinding;

  RewindingIT(@TempDir Path directory) {
    stores.createDatabase("booking");
    this.ports = ports();
    this.settings =
        new SuiteSettings(
            directory,
            ports,
            false,
            DevelopmentTokens.DEFAULT_SECRET,
            List.of("--logging.level.root=warn"));
    this.trips = new TripsRead(ports);
    this.rewinding = new Rewinding(ports);
  }

  @AfterAll
  void close() {
    kafka.close();
    stores.close();
  }

  @Test
  void a_stopped_worker_reads_again_what_came_since_and_a_running_one_is_left_alone()
      throws InterruptedException {
    UUID before;
    UUID since;
    Instant from;
    try (var service = SuiteServices.start(settings, List.of(SuiteService.BOOKING))) {
      before = assignTruck();
      awaitRead(before);
      from = later();
      since = assignTruck();
      awaitRead(since);
      assertRefused(EVENT_BY_EVENT, TOPIC, from, "is running", "stop booking-service first");
      assertRefused(IN_BATCHES, TOPIC, from, "is running", "stop booking-service first");
    }
    assertRefused("analytics-worker.supply", TOPIC, from, "would count them twice");
    assertRefused("booking-service.dreams", TOPIC, from, "there is no group", EVENT_BY_EVENT);
    assertRefused(IN_BATCHES, "assignment.dreamt", from, "there is no topic", TOPIC);
    assertRefused(IN_BATCHES, "payment.completed", from, "has read nothing of payment.completed");

    trips.forget(before);
    trips.forget(since);
    var unread = assignTruck();
    for (var group : List.of(EVENT_BY_EVENT, IN_BATCHES)) {
      assertThat(rewinding.rewind(group, TOPIC, from)).map(Again::records).containsOnlyOnce(1L);
      // It is never sent forward, past what it has not read.
      assertThat(rewinding.rewind(group, TOPIC, later())).map(Again::records).containsOnly(0L);
    }

    try (var service = SuiteServices.start(settings, List.of(SuiteService.BOOKING))) {
      awaitRead(since);
      awaitRead(unread);
      assertThat(trips.hasFollowed(before)).isFalse();
      assertThat(trips.hasRecorded(before)).isFalse();
    }
  }

  /** All of them on one partition, so that they are read in this order. */
  private UUID assignTruck() {
    var event = UUID.randomUUID();
    var envelope =
        """
        {"eventId":"%s","eventType":"assignment.created","eventVersion":"1.0",
         "timestamp":"2026-05-04T12:00:00Z",
         "data":{"assignmentId":"%s","bookingId":"a-booking","customerId":"asha",
          "transporterId":"ravi","vehicleId":"a-truck","vehicleType":"TRUCK_14FT",
          "driverId":"manoj","status":"assigned","createdAt":"2026-05-04T12:00:00Z"},
         "metadata":{"producedBy":"a-test","environment":"test",
          "correlationId":"a-correlation","aggregateVersion":1}}
        """
            .formatted(event, event);
    kafka.send(TOPIC, "a-booking", envelope.getBytes(UTF_8), Map.of());
    return event;
  }

  private void awaitRead(UUID event) {
    await("both readers")
        .atMost(PATIENCE)
        .until(() -> trips.hasFollowed(event) && trips.hasRecorded(event));
  }

  private void assertRefused(String group, String topic, Instant from, String... why) {
    assertThatThrownBy(() -> rewinding.rewind(group, topic, from))
        .isInstanceOf(SuiteFailure.class)
        .hasMessageContainingAll(why);
  }

  /** Later than whatever Kafka was given until now, and not later than what it will be given. */
  private static Instant later() {
    var next = Instant.now().plusMillis(1);
    await().pollInterval(Duration.ofMillis(1)).until(() -> !Instant.now().isBefore(next));
    return next;
  }

  private SuitePorts ports() {
    var none = 0;
    return new SuitePorts(
        freePort(),
        none,
        none,
        none,
        none,
        none,
        none,
        stores.postgres().port(),
        URI.create("kafka://" + stores.kafka()).getPort(),
        stores.redis().port(),
        none,
        none,
        none);
  }

  /** Below those that the kernel gives to outgoing connections, while the service is not there. */
  private static int freePort() {
    return ThreadLocalRandom.current()
        .ints(12_000, 20_000)
        .filter(RewindingIT::isFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isFree(int port) {
    try (var unused = new ServerSocket(port)) {
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
