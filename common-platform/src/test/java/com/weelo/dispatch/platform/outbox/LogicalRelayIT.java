package com.weelo.dispatch.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.testing.StoresTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@StoresTest(
    database = "logical",
    classes = OutboxTestApplication.class,
    properties = {
      "spring.application.name=logical-relay-test",
      "spring.flyway.locations=classpath:db/platform",
      "dispatch.outbox.relay=auto",
      "dispatch.outbox.status-interval=100ms",
      "dispatch.outbox.heartbeat-interval=100ms",
      "dispatch.outbox.retry-after=50ms"
    })
class LogicalRelayIT extends OutboxContract {

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
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(
                    jdbc.queryForObject(
                        "SELECT confirmed_flush_lsn >= ?::pg_lsn FROM pg_replication_slots"
                            + " WHERE database = current_database()",
                        Boolean.class,
                        written))
                .isTrue());
  }
}
