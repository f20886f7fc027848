package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.testing.StoresTest;

@StoresTest(
    database = "polling",
    classes = OutboxTestApplication.class,
    properties = {
      "spring.application.name=polling-relay-test",
      "spring.flyway.locations=classpath:db/platform",
      "dispatch.outbox.relay=polling",
      "dispatch.outbox.retry-after=50ms"
    })
class PollingRelayIT extends OutboxContract {

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
