package com.weelo.dispatch.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventHeaders;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.platform.LoggedLines;
import com.weelo.dispatch.platform.Samples;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoresTest(
    database = "consuming",
    classes = ConsumingTestApplication.class,
    properties = {
      "spring.application.name=consuming-test",
      "spring.flyway.locations=classpath:db/platform",
      "dispatch.consuming.lag-interval=100ms"
    })
class ConsumingIT {

  private static final String PAID = "payment.completed";
  private static final String COMPLETED = "booking.completed";

  private static final String POSITIONS = "location.updated";

  @Autowired SubscriptionContainers containers;
  @Autowired Effects effects;
  @Autowired EventCodec codec;
  @Autowired MeterRegistry meters;

  private KafkaProbe kafka;

  @BeforeEach
  void openTopics() {
    kafka =
        KafkaProbe.fromEarliest(
            TestStores.get(), PAID + ".dlt", COMPLETED + ".dlt", POSITIONS + ".dlt");
  }

  @AfterEach
  void closeTopics() {
    kafka.close();
  }

  @Test
  void an_event_delivered_again_takes_effect_once() {
    var booking = Samples.newBooking();
    var event = envelope(Samples.paid(booking));

    send(PAID, event);
    send(PAID, event);
    var after = payFor(Samples.newBooking(), booking);

    awaitEffect("single", after);
    assertThat(effects.keys("single")).containsOnlyOnce(booking.value());
  }

  @Test
  void an_event_that_is_not_wanted_leaves_no_trace() {
    var unwanted = envelope(Samples.paid(new BookingId("unwanted-" + EventIds.next())));
    var after = envelope(Samples.paid(Samples.newBooking()));

    send(PAID, unwanted);
    kafka.send(PAID, unwanted.key(), codec.encode(after), Map.of());

    awaitEffect("single", new BookingId(after.key()));
    assertThat(effects.attempts(unwanted.key())).isZero();
    assertThat(effects.isNoted(after.eventId())).isTrue();
    assertThat(effects.isNoted(unwanted.eventId())).isFalse();
  }

  @Test
  void a_batched_event_takes_effect_once_although_its_batch_failed_before() {
    var booking = Samples.newBooking();
    effects.fail(booking.value(), new RetryableFailure("the database is away", null));

    send(COMPLETED, envelope(Samples.completed(booking)));
    awaitAttempts(booking, 2);
    effects.work(booking.value());

    awaitEffect("batch", booking);
    assertThat(effects.keys("batch")).containsOnlyOnce(booking.value());
  }

  @Test
  void what_is_no_event_goes_to_the_dead_letters_at_once_and_holds_nothing_up() {
    var key = Samples.newBooking();
    kafka.send(PAID, key.value(), "{\"no\": \"event\"}".getBytes(), Map.of());
    kafka.send(COMPLETED, key.value(), "poison".getBytes(), Map.of());
    var next = payFor(Samples.newBooking(), key);
    var nextCompleted = Samples.newBooking();
    send(COMPLETED, envelope(Samples.completed(nextCompleted)));

    awaitEffect("single", next);
    awaitEffect("batch", nextCompleted);
    for (var topic : List.of(PAID, COMPLETED)) {
      var letter = kafka.awaitKey(topic + ".dlt", key.value());
      assertThat(letter.headers().get(DeadLetters.WORKER)).startsWith("consuming-test.");
      assertThat(letter.headers().get(DeadLetters.REASON)).startsWith("PoisonEvent");
    }
  }

  @Test
  void who_reads_records_gets_them_as_they_stand_be_they_events_or_not() {
    var event = Samples.newBooking();
    var none = Samples.newBooking();

    send(COMPLETED, envelope(Samples.completed(event)));
    kafka.send(COMPLETED, none.value(), "poison".getBytes(), Map.of());

    awaitEffect("record", event);
    awaitEffect("record", none);
    assertThat(effects.keys("record")).containsOnlyOnce(event.value(), none.value());
  }

  @Test
  void a_batch_subscription_goes_on_where_its_database_says_not_where_kafka_does() {
    var booking = Samples.newBooking();
    send(COMPLETED, envelope(Samples.completed(booking)));
    awaitEffect("record", booking);

    containers.stop();
    effects.forgetHowFar("consuming-test.records");
    containers.start();

    await().until(() -> Collections.frequency(effects.keys("record"), booking.value()) == 2);
  }

  @Test
  void a_type_that_is_not_known_here_is_counted_and_skipped() {
    var key = Samples.newBooking();
    var before = unknown();
    kafka.send(
        PAID,
        key.value(),
        """
        {"eventId":"0190a0b0-0000-7000-8000-000000000000","eventType":"payment.mislaid",\
        "eventVersion":"1.0","timestamp":"2026-01-01T00:00:00Z","data":{},"metadata":{}}\
        """
            .getBytes(),
        Map.of());

    awaitEffect("single", payFor(Samples.newBooking(), key));
    assertThat(unknown()).isEqualTo(before + 1);
  }

  @Test
  void an_event_waits_with_those_behind_it_while_something_is_away() {
    var first = Samples.newBooking();
    effects.fail(first.value(), new RetryableFailure("the provider is away", null));
    send(PAID, envelope(Samples.paid(first)));
    var second = payFor(Samples.newBooking(), first);

    awaitAttempts(first, 3);
    assertThat(effects.keys("single")).doesNotContain(second.value());
    await().until(() -> lag() >= 2);
    effects.work(first.value());

    awaitEffect("single", second);
    await().until(() -> lag() == 0);
    assertThat(effects.keys("single")).containsSubsequence(first.value(), second.value());
  }

  @Test
  void an_event_that_keeps_failing_is_given_up_after_a_few_tries_and_leaves_no_effect() {
    var broken = Samples.newBooking();
    effects.fail(broken.value(), new IllegalStateException("a bug"));

    send(PAID, envelope(Samples.paid(broken)));

    var letter = kafka.awaitKey(PAID + ".dlt", broken.value());
    assertThat(letter.headers().get(DeadLetters.REASON)).isEqualTo("IllegalStateException: a bug");
    assertThat(effects.attempts(broken.value())).isEqualTo(5);
    assertThat(effects.keys("single")).doesNotContain(broken.value());
  }

  @Test
  void what_is_logged_of_a_dead_letter_names_the_correlation_of_its_event() {
    var poisoned = Samples.newBooking();
    var headers = Map.of(EventHeaders.CORRELATION_ID, "the-request");
    try (var log = LoggedLines.of(DeadLetters.class.getName())) {
      kafka.send(PAID, poisoned.value(), "poison".getBytes(), headers);

      await()
          .untilAsserted(() ->
              assertThat(log.containing(poisoned.value()))
                  .extracting(line -> line.getMDCPropertyMap().get("correlationId"))
                  .containsExactly("the-request"));
    }
  }

  @Test
  void a_dead_letter_that_can_not_be_posted_is_not_lost() throws Exception {
    var poisoned = Samples.newBooking();
    try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) TestStores.get().kafka()))) {
      admin.deleteTopics(List.of(PAID + ".dlt")).all().get();
      awaitTopic(admin, false);

      kafka.send(PAID, poisoned.value(), "poison".getBytes(), Map.of());
      effects.fail(poisoned.value(), new PoisonEvent("not used", null));
      var next = payFor(Samples.newBooking(), poisoned);
      await()
          .during(Duration.ofSeconds(1))
          .until(() -> !effects.keys("single").contains(next.value()));

      createTopic(admin);
      awaitEffect("single", next);
    }
    try (var letters = KafkaProbe.fromEarliest(TestStores.get(), PAID + ".dlt")) {
      assertThat(letters.awaitKey(PAID + ".dlt", poisoned.value()).value()).isEqualTo("poison");
    }
  }

  @Test
  void fleeting_events_are_handled_where_they_are_wanted_and_never_again() {
    var unwanted = "unwanted-" + EventIds.next();
    var broken = "wanted-" + EventIds.next();
    var wanted = "wanted-" + EventIds.next();
    effects.fail(broken, new RetryableFailure("the database is away", null));

    report(unwanted);
    report(broken);
    kafka.send(POSITIONS, broken, "poison".getBytes(), Map.of());
    reportUntilHandled(wanted);

    assertThat(effects.attempts(unwanted)).isZero();
    assertThat(effects.attempts(broken)).isLessThanOrEqualTo(1);
    assertThat(kafka.received(POSITIONS + ".dlt")).isEmpty();
  }

  @Test
  void fleeting_events_that_came_before_the_subscription_are_of_no_interest() {
    var missed = "wanted-" + EventIds.next();
    var next = "wanted-" + EventIds.next();
    containers.stop();
    report(missed);
    containers.start();

    reportUntilHandled(next);

    assertThat(effects.attempts(missed)).isZero();
  }

  @Test
  void who_watches_hears_of_everything_and_leaves_no_group_behind() throws Exception {
    var driver = "unwanted-" + EventIds.next();

    await()
        .until(() -> {
          report(driver);
          return effects.keys("watched").contains(driver);
        });

    try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) TestStores.get().kafka()))) {
      assertThat(admin.listGroups().all().get())
          .extracting(GroupListing::groupId)
          .noneMatch(group -> group.contains("spectator"));
    }
  }

  private void report(String driver) {
    send(POSITIONS, envelope(Samples.position(driver)));
  }

  /** The subscription may not have its partitions yet. */
  private void reportUntilHandled(String driver) {
    await()
        .until(() -> {
          report(driver);
          return effects.attempts(driver) > 0;
        });
  }

  private static void createTopic(Admin admin) throws Exception {
    await()
        .ignoreException(ExecutionException.class) // the name is taken until deletion is through
        .untilAsserted(() ->
            admin.createTopics(List.of(new NewTopic(PAID + ".dlt", 1, (short) 1))).all().get());
    awaitTopic(admin, true);
  }

  private static void awaitTopic(Admin admin, boolean wanted) {
    await().until(() -> admin.listTopics().names().get().contains(PAID + ".dlt") == wanted);
  }

  /** Pays for a booking on the partition of another one, so that it comes behind it. */
  private BookingId payFor(BookingId booking, BookingId samePartitionAs) {
    var event = envelope(Samples.paid(booking));
    kafka.send(PAID, samePartitionAs.value(), codec.encode(event), Map.of());
    return booking;
  }

  private void send(String topic, EventEnvelope<?> event) {
    kafka.send(topic, event.key(), codec.encode(event), Map.of());
  }

  private static <E extends DomainEvent> EventEnvelope<E> envelope(E event) {
    return new EventEnvelope<>(
        EventIds.next(),
        Instant.parse("2026-05-04T12:00:00Z"),
        event,
        new EventMetadata("a-test", "test", "a-correlation", null, 1L));
  }

  private void awaitEffect(String kind, BookingId booking) {
    await().untilAsserted(() -> assertThat(effects.keys(kind)).contains(booking.value()));
  }

  private void awaitAttempts(BookingId booking, int atLeast) {
    await().until(() -> effects.attempts(booking.value()) >= atLeast);
  }

  @Test
  void the_brokers_are_counted() {
    await().until(() -> meters.get("dispatch.kafka.brokers").gauge().value() == 1);
  }

  @Test
  void dead_letters_are_counted_from_none_on() {
    assertThat(dead("consuming-test.completed", COMPLETED)).isNotNegative();
    var before = dead("consuming-test.payments", PAID);

    kafka.send(PAID, Samples.newBooking().value(), "poison".getBytes(), Map.of());

    await().until(() -> dead("consuming-test.payments", PAID) > before);
  }

  private double dead(String group, String topic) {
    return meters
        .get("dispatch.consumed.dead")
        .tags("group", group, "topic", topic)
        .counter()
        .count();
  }

  /** NaN where the brokers have not been asked yet. */
  private double lag() {
    var lag =
        meters
            .find("dispatch.consumer.lag")
            .tags("group", "consuming-test.payments", "topic", PAID)
            .gauge();
    return lag == null ? Double.NaN : lag.value();
  }

  private double unknown() {
    return meters.counter("dispatch.consumed.unknown", "group", "consuming-test.payments").count();
  }
}
