package com.weelo.dispatch.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.Samples;
import com.weelo.dispatch.testing.StoresTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Import;

@StoresTest(
    database = "logical",
    classes = OutboxTestApplication.class,
    properties = {
      "spring.application.name=logical-relay-test",
      "spring.flyway.locations=classpath:db/platform",
      "dispatch.outbox.relay=auto",
      "dispatch.outbox.status-interval=100ms",
      "dispatch.outbox.heartbeat-interval=100ms",
      "dispatch.outbox.lag-interval=100ms",
      "dispatch.outbox.retry-after=50ms"
    })
@Import(SlotAtStart.class)
class LogicalRelayIT extends OutboxContract {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Supplier<OutboxProducer> NO_PRODUCER =
      () -> {
        throw new IllegalStateException("no producer");
      };

  @Autowired SlotAtStart slotAtStart;
  @Autowired JdbcConnectionDetails database;
  @Autowired ReplicationSlot slot;
  @Autowired OutboxProperties properties;
  @Autowired OutboxMetrics metrics;

  @Override
  void cutOffRelay() {
    jdbc.queryForList(
        "SELECT pg_terminate_backend(active_pid) FROM pg_replication_slots"
            + " WHERE database = current_database() AND active");
  }

  @Test
  void the_slot_lets_go_of_the_log_that_others_write_while_the_outbox_is_idle() {
    jdbc.execute("CREATE TABLE IF NOT EXISTS others (text text)");
    jdbc.update("INSERT INTO others SELECT repeat('x', 1000) FROM generate_series(1, 1000)");
    var written = jdbc.queryForObject("SELECT pg_current_wal_lsn()::text", String.class);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForObject(
                        "SELECT confirmed_flush_lsn >= ?::pg_lsn FROM pg_replication_slots"
                            + " WHERE database = current_database()",
                        Boolean.class,
                        written))
                .isTrue());
  }

  @Test
  void a_slot_that_is_gone_is_made_anew_and_what_was_not_relayed_by_then_is_all_the_same() {
    relay.stop();
    jdbc.queryForList("SELECT pg_drop_replication_slot('outbox_' || current_database())");
    var meanwhile = Samples.newBooking();
    transactions.executeWithoutResult(status -> outbox.publish(Samples.completed(meanwhile), 1));

    relay.start();

    kafka.awaitKey(TOPIC, meanwhile.value());
    var afterwards = Samples.newBooking();
    transactions.executeWithoutResult(status -> outbox.publish(Samples.completed(afterwards), 1));
    kafka.awaitKey(TOPIC, afterwards.value());
  }

  /** It asks for the slot again and again: what it left open each time would add up. */
  @Test
  void an_instance_that_stands_by_has_no_producer() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThatThrownBy(() ->
                    LogicalRelay.open(database, slot, properties, NO_PRODUCER, metrics).close())
                .isInstanceOf(OutboxRelay.Standby.class));
  }

  @Test
  void a_relay_that_can_not_send_does_not_keep_the_slot() {
    relay.stop();
    for (var attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(
              () -> LogicalRelay.open(database, slot, properties, NO_PRODUCER, metrics).close())
          .hasMessage("no producer");
    }

    relay.start();

    var booking = Samples.newBooking();
    transactions.executeWithoutResult(status -> outbox.publish(Samples.completed(booking), 1));
    kafka.awaitKey(TOPIC, booking.value());
  }

  /** What is committed before its slot is there, its log does not tell. */
  @Test
  void the_slot_is_there_before_anything_of_the_service_starts() {
    assertThat(slotAtStart.found()).isTrue();
  }

  @Test
  void instances_wait_for_a_slot_that_one_of_them_is_still_making() throws Exception {
    var slot = new ReplicationSlot(jdbc, "slow_slot", () -> {});
    CompletableFuture<Void> instances;
    try (var other = Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
      other.setAutoCommit(false);
      other.createStatement().execute("SELECT pg_current_xact_id()");

      instances =
          CompletableFuture.allOf(
              CompletableFuture.runAsync(slot::createIfAbsent),
              CompletableFuture.runAsync(slot::createIfAbsent));

      await().atMost(PATIENCE).untilAsserted(() -> assertThat(slots("slow_slot")).isOne());
      var waiting = instances;
      await().during(Duration.ofMillis(200)).atMost(PATIENCE).until(() -> !waiting.isDone());
      other.commit();
    }
    instances.join();
    jdbc.execute("SELECT pg_drop_replication_slot('slow_slot')");
  }

  @Test
  void what_a_slots_reader_has_yet_to_read_is_counted_and_let_go_of_once_it_has() {
    var slot = new ReplicationSlot(jdbc, "unread_slot", () -> {});
    slot.createIfAbsent();
    try {
      var lag = new SlotLag(jdbc, slot);
      assertThat(lag.look()).isEmpty();
      onceEverythingIsRead(lag);
      var booking = Samples.newBooking();
      transactions.executeWithoutResult(
          status -> outbox.publishAll(List.of(Samples.paid(booking), Samples.paid(booking))));
      writtenAnHourAgo(booking);
      lag.look(); // to which they are too young

      var behind = lag.look().orElseThrow();
      assertThat(behind.rows()).isEqualTo(3);
      assertThat(behind.age()).isGreaterThanOrEqualTo(Duration.ofHours(1));
      var log = Objects.requireNonNull(behind.log());
      assertThat(log.behind()).isPositive();
      assertThat(log.retained()).isGreaterThanOrEqualTo(log.behind());

      assertThat(onceEverythingIsRead(lag).age()).isZero();
    } finally {
      jdbc.execute("SELECT pg_drop_replication_slot('unread_slot')");
    }
  }

  /** A slot advances no further than the log is on disk, which it is a moment later. */
  private OutboxLag onceEverythingIsRead(SlotLag lag) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> {
              jdbc.queryForList(
                  "SELECT pg_replication_slot_advance('unread_slot', pg_current_wal_lsn())::text");
              return lag.look().orElseThrow();
            },
            look -> look.rows() == 0);
  }

  private void writtenAnHourAgo(BookingId booking) {
    jdbc.update(
        """
        INSERT INTO outbox (created_at, event_id, event_type, event_version, event_key,
                            correlation_id, envelope)
        SELECT now() - interval '1 hour', event_id, event_type, event_version, event_key,
               correlation_id, envelope
        FROM outbox WHERE event_key = ? LIMIT 1
        """,
        booking.value());
  }

  private int slots(String name) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT count(*) FROM pg_replication_slots WHERE slot_name = ?", Integer.class, name));
  }

  /** A commit that waits for a standby is in the log already, and nobody can see it yet. */
  @Test
  void an_event_is_not_told_before_others_can_see_what_it_tells_of() {
    final Commit late;
    waitForStandby("nobody");
    try {
      late = waitingCommit();
      await()
          .during(Duration.ofMillis(500))
          .atMost(PATIENCE)
          .pollInSameThread()
          .untilAsserted(() ->
              assertThat(kafka.received(TOPIC))
                  .noneMatch(r -> late.booking().value().equals(r.key())));
    } finally {
      waitForStandby("");
    }

    late.done().join();
    kafka.awaitKey(TOPIC, late.booking().value());
  }

  private record Commit(BookingId booking, CompletableFuture<Void> done) {}

  /** The server hears of the standby in its own time; what commits before that waits for nobody. */
  private Commit waitingCommit() {
    return await().atMost(PATIENCE).until(this::commit, commit -> !commit.done().isDone());
  }

  /** Begun, and either done or waiting for the standby. */
  private Commit commit() {
    var booking = Samples.newBooking();
    var done =
        CompletableFuture.runAsync(() ->
            transactions.executeWithoutResult(
                status -> outbox.publish(Samples.completed(booking), 1)));
    await().atMost(PATIENCE).until(() -> done.isDone() || !commitsWaitingForStandby().isEmpty());
    return new Commit(booking, done);
  }

  private void waitForStandby(String name) {
    jdbc.execute("ALTER SYSTEM SET synchronous_standby_names = '" + name + "'");
    jdbc.execute("SELECT pg_reload_conf()");
  }

  private List<?> commitsWaitingForStandby() {
    return jdbc.queryForList(
        "SELECT pid FROM pg_stat_activity"
            + " WHERE datname = current_database() AND wait_event = 'SyncRep'",
        Integer.class);
  }
}
