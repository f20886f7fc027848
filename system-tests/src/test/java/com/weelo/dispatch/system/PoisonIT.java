package com.weelo.dispatch.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.testing.KafkaProbe;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Somebody puts records on the topics by hand that no worker can handle. */
@SystemTest
class PoisonIT {

  static final Set<String> READERS_OF_BOOKINGS =
      Set.of(
          "booking-service.history",
          "broadcast-worker.events",
          "notification-worker.policy",
          "analytics-worker.facts");

  /** So many keys are on all partitions of a topic, most likely. */
  private static final int SOME = 12;

  private final RunningSuite suite;
  private final City city;

  PoisonIT(RunningSuite suite) {
    this.suite = suite;
    this.city = suite.city();
  }

  @Test
  void poisonGoesToItsDeadLetterTopicAndTheNextGoodEventIsProcessed() {
    var captain = city.withCaptains(1).around(city.market()).getFirst();

    poison("booking.created", "poisoned-booking", READERS_OF_BOOKINGS);
    poison(
        "location.updated",
        captain.id(),
        Set.of("location-processor.fixes", "analytics-worker.supply"));
    poison(
        "notification.fcm",
        captain.id(),
        Set.of("notification-worker.fcm", "analytics-worker.facts"));

    var moved = City.northOf(city.market(), 30);
    Answer.to(captain.isAt(moved), 202);
    await("the next position")
        .atMost(SystemTest.PATIENCE)
        .until(() -> city.isIndexedAt(captain, moved));
    for (var i = 0; i < SOME; i++) {
      var customer = city.customer();
      var booking = customer.books();
      captain.app().await("new_broadcast", booking);
      await("a push for " + booking)
          .atMost(SystemTest.PATIENCE)
          .until(() -> !captain.pushes("offer", booking).isEmpty());
      await("the history of " + booking)
          .atMost(SystemTest.PATIENCE)
          .until(() -> customer.looksAt(booking + "/timeline").path("events").size() == 1);
    }
    assertThat(suite.violations(null)).isEmpty();
  }

  /** Each of the topic's readers gives up each of the records, saying why. */
  private void poison(String topic, String key, Set<String> readers) {
    List<byte @Nullable []> poison =
        Arrays.asList(
            "no JSON".getBytes(UTF_8),
            "{\"eventId\": 7}".getBytes(UTF_8),
            "[1, 2, 3]".getBytes(UTF_8),
            null);
    try (var topics = suite.probe(topic, Topics.dlt(topic))) {
      poison.forEach(value -> topics.send(topic, key, value, Map.of()));
      suite.expectDead(poison.size() * readers.size());
      awaitLetters(topics, Topics.dlt(topic), key, poison.size(), readers);
    }
  }

  private static void awaitLetters(
      KafkaProbe topics, String dlt, String key, int each, Set<String> readers) {
    await("letters on " + dlt)
        .atMost(SystemTest.PATIENCE)
        .pollInSameThread()
        .untilAsserted(() -> {
          var letters =
              topics.received(dlt).stream().filter(letter -> key.equals(letter.key())).toList();
          var byWorker =
              letters.stream()
                  .collect(
                      Collectors.groupingBy(
                          letter -> letter.headers().getOrDefault("dlt-worker", "nobody"),
                          Collectors.counting()));
          assertThat(byWorker).isEqualTo(expected(each, readers));
          assertThat(letters)
              .allSatisfy(letter -> assertThat(letter.headers().get("dlt-reason")).isNotBlank());
        });
  }

  private static Map<String, Long> expected(int each, Set<String> readers) {
    return readers.stream().collect(Collectors.toMap(reader -> reader, reader -> (long) each));
  }
}
