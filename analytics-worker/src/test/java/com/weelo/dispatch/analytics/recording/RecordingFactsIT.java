package com.weelo.dispatch.analytics.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.analytics.testing.AnalyticsTables;
import com.weelo.dispatch.analytics.testing.Kafka;
import com.weelo.dispatch.analytics.testing.Market;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.testing.StoresTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

@StoresTest(database = "analytics")
class RecordingFactsIT {

  @Autowired MeterRegistry meters;

  @Autowired
  @Qualifier("subscriptionContainers")
  SmartLifecycle subscriptions;

  private final Kafka kafka = new Kafka();
  private final AnalyticsTables tables;

  RecordingFactsIT(@Autowired JdbcTemplate jdbc) {
    this.tables = new AnalyticsTables(jdbc);
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void whatever_comes_again_and_in_whatever_order_the_sums_are_those_of_the_facts() {
    var events = anHourOfTrade(1);
    var delivered = new ArrayList<>(events);
    delivered.addAll(events.subList(0, events.size() / 3));
    Collections.shuffle(delivered, new Random(1));

    kafka.send(delivered);
    tables.awaitFactsOf(events);
    awaitRest();

    assertThat(tables.facts()).isEqualTo(tables.factIds().size());
    assertThat(tables.differencesFromRecomputation()).isEmpty();
  }

  @Test
  void reading_everything_once_more_changes_nothing() {
    var events = anHourOfTrade(2);
    kafka.send(events);
    tables.awaitFactsOf(events);
    awaitRest();
    var before = tables.digests();

    subscriptions.stop();
    tables.forgetHowFar();
    subscriptions.start();
    awaitRest();
    assertThat(tables.digests()).isEqualTo(before);
  }

  @Test
  void a_replay_into_empty_tables_makes_them_again_to_the_row() {
    var events = anHourOfTrade(4);
    kafka.send(events);
    tables.awaitFactsOf(events);
    awaitRest();
    var before = tables.digests();

    subscriptions.stop();
    tables.forgetEverything();
    subscriptions.start();
    tables.awaitFactsOf(events);

    await().untilAsserted(() -> assertThat(tables.digests()).isEqualTo(before));
  }

  @Test
  void an_event_of_the_future_is_counted_and_left_out_and_holds_nothing_up() {
    awaitRest(); // what is read again counts again
    var before = meters.counter("dispatch.analytics.future").count();
    var tomorrow = Market.trading(5, Instant.now().plus(Duration.ofDays(1)), 1);
    var today = anHourOfTrade(5);

    kafka.send(tomorrow);
    kafka.send(today);
    tables.awaitFactsOf(today);

    await()
        .untilAsserted(() ->
            assertThat(meters.counter("dispatch.analytics.future").count() - before)
                .isEqualTo(tomorrow.size()));
    assertThat(tables.factIds()).doesNotContainAnyElementsOf(ids(tomorrow));
  }

  @Test
  void what_is_no_event_and_what_nobody_knows_hold_nothing_up() {
    kafka.send("booking.created", "a-key", "{not json");
    kafka.send(
        "booking.created",
        "a-key",
        """
        {"eventId":"0190a0b0-0000-7000-8000-000000000000","eventType":"booking.teleported",\
        "eventVersion":"1.0","timestamp":"2026-01-01T00:00:00Z","data":{},"metadata":{}}\
        """);
    var events = anHourOfTrade(6);

    kafka.send(events);

    tables.awaitFactsOf(events);
  }

  private static List<EventEnvelope<DomainEvent>> anHourOfTrade(long seed) {
    return Market.trading(seed, Instant.now().minus(Duration.ofHours(1)), 60);
  }

  private static List<UUID> ids(List<EventEnvelope<DomainEvent>> events) {
    return events.stream().map(EventEnvelope::eventId).toList();
  }

  /** All that is in Kafka has had its effect, also what earlier tests left there. */
  private void awaitRest() {
    await().untilAsserted(() -> assertThat(tables.howFar()).isEqualTo(kafka.ends()));
    assertThat(tables.differencesFromRecomputation()).isEmpty();
  }
}
