package com.weelo.dispatch.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventHeaders;
import com.weelo.dispatch.platform.Samples;
import com.weelo.dispatch.platform.observability.Correlation;
import com.weelo.dispatch.testing.KafkaProbe;
import com.weelo.dispatch.testing.ReceivedRecord;
import com.weelo.dispatch.testing.TestStores;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the outbox promises, whichever relay carries it. */
abstract class OutboxContract {

  static final String TOPIC = "booking.completed";

  @Autowired Outbox outbox;
  @Autowired EventCodec codec;
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transactionManager;
  @Autowired MeterRegistry meters;
  @Autowired RelayLoop relay;

  TransactionTemplate transactions;
  KafkaProbe kafka;

  @BeforeEach
  void openTopic() {
    transactions = new TransactionTemplate(transactionManager);
    jdbc.execute("CREATE TABLE IF NOT EXISTS aggregates (id text PRIMARY KEY, version bigint)");
    kafka = KafkaProbe.fromEarliest(TestStores.get(), TOPIC);
  }

  @AfterEach
  void closeTopic() {
    kafka.close();
  }

  @Test
  void an_event_of_a_committed_transaction_reaches_its_topic() {
    var booking = Samples.newBooking();

    new Correlation("the-request", null)
        .run(() ->
            transactions.executeWithoutResult(
                status -> outbox.publish(Samples.completed(booking), 1)));

    var received = kafka.awaitKey(TOPIC, booking.value());
    assertThat(received.headers())
        .containsEntry(EventHeaders.EVENT_TYPE, TOPIC)
        .containsEntry(EventHeaders.EVENT_VERSION, "1.0")
        .containsEntry(EventHeaders.CORRELATION_ID, "the-request");
    var event = codec.decode(bytes(received)).orElseThrow();
    assertThat(event.data()).isEqualTo(Samples.completed(booking));
    assertThat(event.metadata().aggregateVersion()).isEqualTo(1);
    assertThat(received.headers()).containsEntry(EventHeaders.EVENT_ID, event.eventId().toString());
  }

  @Test
  void events_published_together_arrive_in_their_order() {
    var booking = Samples.newBooking();
    var events = Stream.generate(() -> Samples.paid(booking)).limit(20).toList();

    transactions.executeWithoutResult(status -> outbox.publishAll(events));

    try (var payments = KafkaProbe.fromEarliest(TestStores.get(), "payment.completed")) {
      await()
          .pollInSameThread()
          .untilAsserted(() ->
              assertThat(payments.received("payment.completed"))
                  .filteredOn(r -> booking.value().equals(r.key()))
                  .<DomainEvent>map(r -> codec.decode(bytes(r)).orElseThrow().data())
                  .isEqualTo(events));
    }
  }

  @Test
  void an_event_of_a_rolled_back_transaction_is_never_told() {
    var regretted = Samples.newBooking();
    var meant = Samples.newBooking();

    transactions.executeWithoutResult(status -> {
      outbox.publish(Samples.completed(regretted), 1);
      status.setRollbackOnly();
    });
    transactions.executeWithoutResult(status -> outbox.publish(Samples.completed(meant), 1));

    kafka.awaitKey(TOPIC, meant.value());
    assertThat(kafka.received(TOPIC)).noneMatch(r -> regretted.value().equals(r.key()));
  }

  @Test
  void what_has_reached_kafka_lags_no_more() {
    var booking = Samples.newBooking();
    transactions.executeWithoutResult(status -> outbox.publish(Samples.completed(booking), 1));

    kafka.awaitKey(TOPIC, booking.value());

    await().until(() -> gauge("dispatch.outbox.lag.rows") == 0);
    await().until(() -> gauge("dispatch.outbox.lag.age") == 0);
  }

  @Test
  void who_relays_says_so_for_as_long_as_it_does() {
    await().until(() -> gauge("dispatch.outbox.leading") == 1);

    relay.stop();
    assertThat(gauge("dispatch.outbox.leading")).isZero();

    relay.start();
    await().until(() -> gauge("dispatch.outbox.leading") == 1);
  }

  @Test
  void the_relays_own_producer_is_metered_as_the_others_are() {
    await()
        .untilAsserted(() ->
            assertThat(
                    meters
                        .find("kafka.producer.record.send.total")
                        .tag("spring.id", "outbox")
                        .meters())
                .isNotEmpty());
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }

  @Test
  void publishing_outside_a_transaction_is_refused() {
    assertThatThrownBy(() -> outbox.publish(Samples.completed(Samples.newBooking()), 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_event_too_large_for_kafka_is_refused_before_it_is_committed() {
    var name = "x".repeat(1_000_000);

    assertThatThrownBy(() ->
            transactions.executeWithoutResult(status ->
                outbox.publish(
                    new com.weelo.dispatch.events.AuditEvent.Logged(
                        "subject",
                        new com.weelo.dispatch.events.UserId("actor"),
                        name,
                        java.util.Map.of(),
                        java.time.Instant.EPOCH))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void changes_of_one_aggregate_arrive_in_their_order_however_many_writers_there_are()
      throws Exception {
    var bookings = LongStream.range(0, 5).mapToObj(i -> Samples.newBooking()).toList();

    writeConcurrently(bookings, 400);

    assertThatVersionsAreWithoutHoles(bookings, 400);
  }

  @Test
  void nothing_is_lost_or_turned_round_when_the_relay_is_cut_off_from_the_database()
      throws Exception {
    var bookings = LongStream.range(0, 5).mapToObj(i -> Samples.newBooking()).toList();

    try (var cutting = Executors.newSingleThreadScheduledExecutor()) {
      var cuts =
          cutting.scheduleAtFixedRate(
              this::cutOffRelay, 20, 150, java.util.concurrent.TimeUnit.MILLISECONDS);
      writeConcurrently(bookings, 400);
      cuts.cancel(false);
    }

    assertThatVersionsAreWithoutHoles(bookings, 400);
  }

  @Test
  void a_relay_that_is_asked_to_stop_leaves_nothing_that_is_sent_twice() throws Exception {
    var bookings = LongStream.range(0, 5).mapToObj(i -> Samples.newBooking()).toList();

    try (var stopping = Executors.newSingleThreadScheduledExecutor()) {
      var stops =
          stopping.scheduleWithFixedDelay(
              this::stopAndStart, 20, 50, java.util.concurrent.TimeUnit.MILLISECONDS);
      writeConcurrently(bookings, 400);
      stops.cancel(false);
    }

    assertThatVersionsAreWithoutHoles(bookings, 400);
    var keys = bookings.stream().map(BookingId::value).toList();
    assertThat(kafka.received(TOPIC).stream().filter(record -> keys.contains(record.key())))
        .hasSize(400);
  }

  private void stopAndStart() {
    relay.stop();
    relay.start();
  }

  /** Ends the sessions through which the relay under test reads. */
  abstract void cutOffRelay();

  private void writeConcurrently(List<BookingId> bookings, int changes) throws Exception {
    try (var writers = Executors.newFixedThreadPool(8)) {
      var tasks = new ArrayList<java.util.concurrent.Future<?>>();
      var random = new Random(42);
      for (var i = 0; i < changes; i++) {
        var first = bookings.get(random.nextInt(bookings.size()));
        tasks.add(writers.submit(() -> change(first)));
      }
      for (var task : tasks) {
        task.get();
      }
    }
  }

  private void change(BookingId booking) {
    transactions.executeWithoutResult(status -> {
      var version =
          jdbc.queryForObject(
              """
              INSERT INTO aggregates VALUES (?, 1)
              ON CONFLICT (id) DO UPDATE SET version = aggregates.version + 1 RETURNING version
              """,
              Long.class,
              booking.value());
      outbox.publish(Samples.completed(booking), Objects.requireNonNull(version));
    });
  }

  private void assertThatVersionsAreWithoutHoles(List<BookingId> bookings, int changes) {
    await()
        .pollInSameThread()
        .untilAsserted(() ->
            assertThat(bookings.stream().mapToInt(booking -> firstSeenVersions(booking).size()))
                .satisfies(sizes ->
                    assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                        .isEqualTo(changes)));
    for (var booking : bookings) {
      var versions = firstSeenVersions(booking);
      assertThat(versions).isEqualTo(LongStream.rangeClosed(1, versions.size()).boxed().toList());
    }
  }

  /** Versions in the order in which their events were seen first. */
  private List<Long> firstSeenVersions(BookingId booking) {
    var seen = new HashSet<java.util.UUID>();
    return kafka.received(TOPIC).stream()
        .filter(record -> booking.value().equals(record.key()))
        .map(record -> codec.decode(bytes(record)).orElseThrow())
        .filter(event -> seen.add(event.eventId()))
        .map(event -> event.metadata().aggregateVersion())
        .toList();
  }

  private static byte[] bytes(ReceivedRecord record) {
    return String.valueOf(record.value()).getBytes(StandardCharsets.UTF_8);
  }
}
