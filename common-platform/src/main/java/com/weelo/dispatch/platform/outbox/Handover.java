package com.weelo.dispatch.platform.outbox;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes before a new slot's log is read. A slot tells nothing that was committed before it was
 * made; and a database that was restored, or that had to give its slot up, does not know how much
 * of its outbox was relayed. So all that the table has is sent, some of it for the second time:
 * whoever reads recognises what he has had.
 */
final class Handover implements OutboxRelay {

  private static final Logger log = LoggerFactory.getLogger(Handover.class);

  private final OutboxTable table;
  private final OutboxMetrics metrics;

  Handover(OutboxTable table, OutboxMetrics metrics) {
    this.table = table;
    this.metrics = metrics;
  }

  /** Returns once all of the table is in Kafka. */
  @Override
  public void run() throws SQLException {
    metrics.leads(true);
    var sent = table.relayNew(() -> metrics.relayed(0));
    if (sent > 0) {
      log.warn("The slot is new: sent all {} events that the outbox's table has", sent);
    }
  }

  /** It ends by itself. */
  @Override
  public void finish() {}

  @Override
  public void close() {
    metrics.leads(false);
    table.close();
  }
}
