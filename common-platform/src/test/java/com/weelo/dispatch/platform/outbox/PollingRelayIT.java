package com.weelo.dispatch.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.platform.Samples;
import com.weelo.dispatch.testing.StoresTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@StoresTest(
    database = "polling",
    classes = OutboxTestApplication.class,
    properties = {
      "spring.application.name=polling-relay-test",
      "spring.flyway.locations=classpath:db/platform",
      "dispatch.outbox.relay=polling",
      "dispatch.outbox.lag-interval=100ms",
      "dispatch.outbox.retry-after=50ms"
    })
class PollingRelayIT extends OutboxContract {

  @Test
  void what_was_inserted_after_the_place_where_the_relay_is_waits() {
    var lag = new PolledLag(jdbc);

    transactions.executeWithoutResult(status -> {
      // Seen from inside the transaction only, so that no relay is in the way.
      jdbc.update(
          """
          INSERT INTO outbox_polled (next_xid) VALUES (pg_current_xact_id())
          ON CONFLICT (only_row) DO UPDATE SET next_xid = excluded.next_xid
          """);
      assertThat(lag.look().orElseThrow()).isEqualTo(new OutboxLag(0, Duration.ZERO, null));

      outbox.publish(Samples.completed(Samples.newBooking()), 1);
      outbox.publish(Samples.completed(Samples.newBooking()), 1);
      assertThat(lag.look().orElseThrow().rows()).isEqualTo(2);
      status.setRollbackOnly();
    });
  }

  @Override
  void cutOffRelay() {
    jdbc.queryForList(
        """
        SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """);
  }
}
