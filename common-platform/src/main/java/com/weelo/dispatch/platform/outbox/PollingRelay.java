package com.weelo.dispatch.platform.outbox;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Reads the outbox by asking for it: for servers without logical decoding. */
final class PollingRelay implements OutboxRelay {

  private final JdbcConnectionDetails database;
  private final OutboxProducer producer;
  private final OutboxMetrics metrics;
  private final Duration pollInterval;
  private final CountDownLatch closed = new CountDownLatch(1);

  PollingRelay(
      JdbcConnectionDetails database,
      OutboxProducer producer,
      OutboxMetrics metrics,
      OutboxProperties properties) {
    this.database = database;
    this.producer = producer;
    this.metrics = metrics;
    this.pollInterval = properties.pollInterval();
  }

  @Override
  public void run() throws SQLException, InterruptedException {
    try (var table = OutboxTable.open(database)) {
      metrics.leads(true);
      do {
        table.relayNew(producer, () -> metrics.relayed(0));
      } while (!closed.await(pollInterval.toMillis(), TimeUnit.MILLISECONDS));
    }
  }

  @Override
  public void finish() {
    closed.countDown();
  }

  @Override
  public void close() {
    closed.countDown();
    metrics.leads(false);
    producer.close();
  }
}
