package com.weelo.dispatch.platform.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads the outbox by asking for it: for servers without logical decoding. */
final class PollingRelay implements OutboxRelay {

  private final OutboxTable table;
  private final OutboxMetrics metrics;
  private final Duration pollInterval;
  private final CountDownLatch closed = new CountDownLatch(1);

  PollingRelay(OutboxTable table, OutboxMetrics metrics, Duration pollInterval) {
    this.table = table;
    this.metrics = metrics;
    this.pollInterval = pollInterval;
  }

  @Override
  public void run() throws SQLException, InterruptedException {
    metrics.leads(true);
    do {
      table.relayNew(() -> metrics.relayed(0));
    } while (!closed.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS));
  }

  @Override
  public void finish() {
    closed.countDown();
  }

  @Override
  public void close() {
    closed.countDown();
    metrics.leads(false);
    table.close();
  }
}
