package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the outboxes' relays have passed what was written when this was made. */
final class RelayLag {

  private final JdbcClient server;
  private final String end;

  RelayLag(Evidence evidence) {
    // Slots and the log belong to the whole server; any database shows them.
    this.server = evidence.database(SuiteService.BOOKING);
    this.end = server.sql("SELECT pg_current_wal_lsn()::text").query(String.class).single();
  }

  List<String> behind() {
    return server
        .sql(
            """
            SELECT slot_name || ' is '
                   || pg_size_pretty(pg_wal_lsn_diff(CAST(:end AS pg_lsn), confirmed_flush_lsn))
                   || ' behind' || CASE WHEN active THEN '' ELSE ', and nobody reads it' END
            FROM pg_replication_slots
            WHERE slot_type = 'logical' AND confirmed_flush_lsn < CAST(:end AS pg_lsn)
            ORDER BY 1
            """)
        .param("end", end)
        .query((row, number) -> row.getString(1))
        .list();
  }

  String figures() {
    return server
            .sql("SELECT count(*) FROM pg_replication_slots WHERE slot_type = 'logical'")
            .query(Long.class)
            .single()
        + " outboxes";
  }
}
