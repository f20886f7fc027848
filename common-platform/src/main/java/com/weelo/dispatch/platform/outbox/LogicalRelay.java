package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.platform.outbox.AcknowledgedPosition.Transaction;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads the outbox from the write-ahead log: in commit order, at once, without a query. The
 * replication slot has one reader, which elects the leader, and remembers how far Kafka has
 * acknowledged, which is where the next reader resumes.
 */
final class LogicalRelay implements OutboxRelay {

  private static final Logger log = LoggerFactory.getLogger(LogicalRelay.class);

  /** So many are looked up at once. */
  private static final int MOST_HELD = 256;

  /** An event that was read and not yet sent. */
  private record Held(Map<String, @Nullable String> row, Transaction transaction) {}

  private final ReplicationSlot slot;
  private final OutboxProducer producer;
  private final OutboxMetrics metrics;
  private final AcknowledgedPosition acknowledged = new AcknowledgedPosition();
  private final PgOutput messages = new PgOutput();
  private final CommitVisibility visibility;
  private final List<Held> held = new ArrayList<>();

  /** Kept reachable for as long as the stream is read: a collected connection closes it. */
  private final Connection connection;

  private final PGReplicationStream stream;
  private final ScheduledExecutorService heartbeats =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("outbox-heartbeat").factory());
  private volatile boolean open = true;
  private volatile boolean finishing;
  private volatile @Nullable Exception failure;

  private LogicalRelay(
      ReplicationSlot slot,
      Connection connection,
      PGReplicationStream stream,
      CommitVisibility visibility,
      OutboxProducer producer,
      OutboxMetrics metrics) {
    this.slot = slot;
    this.connection = connection;
    this.stream = stream;
    this.visibility = visibility;
    this.producer = producer;
    this.metrics = metrics;
  }

  /**
   * Takes the slot, or throws {@link OutboxRelay.Standby} where another instance has it.
   *
   * @param producers opens one, once the slot is taken
   */
  static LogicalRelay open(
      JdbcConnectionDetails database,
      ReplicationSlot slot,
      OutboxProperties properties,
      Supplier<OutboxProducer> producers,
      OutboxMetrics metrics)
      throws SQLException {
    Connection connection = null;
    CommitVisibility visibility = null;
    try {
      connection = replicationConnection(database);
      var stream =
          connection
              .unwrap(PGConnection.class)
              .getReplicationAPI()
              .replicationStream()
              .logical()
              .withSlotName(slot.name())
              .withSlotOption("proto_version", 1)
              .withSlotOption("publication_names", "outbox")
              .withSlotOption("messages", true)
              .withStatusInterval(
                  Math.toIntExact(properties.statusInterval().toMillis()), TimeUnit.MILLISECONDS)
              .withAutomaticFlush(false)
              .start();
      log.info("Relaying the outbox from slot {}", slot.name());
      visibility = CommitVisibility.open(database);
      var relay = new LogicalRelay(slot, connection, stream, visibility, producers.get(), metrics);
      metrics.leads(true);
      relay.beat(properties.heartbeatInterval());
      return relay;
    } catch (SQLException | RuntimeException e) {
      if (visibility != null) {
        visibility.close();
      }
      JdbcUtils.closeConnection(connection);
      if (e instanceof SQLException refusal && isTaken(refusal)) {
        throw new Standby();
      }
      throw e;
    }
  }

  private static boolean isTaken(SQLException refusal) {
    return PSQLState.OBJECT_IN_USE.getState().equals(refusal.getSQLState());
  }

  private static Connection replicationConnection(JdbcConnectionDetails database)
      throws SQLException {
    var properties = new Properties();
    PGProperty.USER.set(properties, database.getUsername());
    PGProperty.PASSWORD.set(properties, database.getPassword());
    PGProperty.REPLICATION.set(properties, "database");
    PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
    PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "15");
    PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    PGProperty.APPLICATION_NAME.set(properties, "outbox-relay");
    return DriverManager.getConnection(database.getJdbcUrl(), properties);
  }

  /**
   * Writes to the log now and then. Reading it back is the only safe sign that nothing of ours lies
   * before it, without which an idle outbox would keep the server from recycling its log.
   */
  private void beat(Duration interval) {
    var unused =
        heartbeats.scheduleWithFixedDelay(
            slot::heartbeat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void run() throws SQLException {
    Transaction transaction = null;
    while (open && !(finishing && transaction == null)) {
      var message = messages.read(next());
      rethrowFailure();
      switch (message) {
        case PgOutput.Insert insert -> {
          if (transaction == null) {
            transaction = acknowledged.begin();
          }
          transaction.sent();
          held.add(new Held(insert.row(), transaction));
        }
        case PgOutput.Commit commit -> {
          if (transaction != null) {
            transaction.committed(commit.end());
            transaction = null;
            flushAcknowledged();
          }
        }
        case PgOutput.Heartbeat heartbeat -> {
          if (acknowledged.idle()) {
            // All that is ours is in Kafka: let go of the log that others wrote meanwhile.
            flushed(heartbeat.position());
          }
        }
        case PgOutput.Nothing nothing -> {}
      }
    }
    if (open) {
      settle();
    }
  }

  /** Whoever relays next begins where this one ends. */
  private void settle() throws SQLException {
    sendHeld();
    producer.flush();
    rethrowFailure();
    stream.forceUpdateStatus();
    stream.close(); // waits for the server, which so has heard of the status
  }

  @Override
  public void finish() {
    finishing = true;
    slot.heartbeat(); // comes back over the stream, on which there may be nothing else to read
  }

  /** What has come already goes out before more is waited for. */
  private ByteBuffer next() throws SQLException {
    var message = held.size() < MOST_HELD ? stream.readPending() : null;
    if (message == null) {
      sendHeld();
      message = stream.read();
    }
    if (message == null) {
      throw new SQLException("the replication stream has ended");
    }
    return message;
  }

  private void sendHeld() throws SQLException {
    if (!held.isEmpty()) {
      visibility.await(held.stream().map(Held::row).map(OutboxRow::transactionOf).toList());
      metrics.outstanding(acknowledged.outstanding());
      held.forEach(this::send);
      held.clear();
    }
  }

  private void send(Held event) {
    producer.send(
        OutboxRow.of(event.row()),
        (metadata, error) -> {
          if (error != null) {
            failure = error;
            return;
          }
          event.transaction().acknowledged();
          metrics.relayed(acknowledged.outstanding());
          flushAcknowledged();
        });
  }

  private void flushAcknowledged() {
    var position = acknowledged.position();
    if (position != null) {
      flushed(position);
    }
  }

  private synchronized void flushed(LogSequenceNumber position) {
    if (position.asLong() > stream.getLastFlushedLSN().asLong()) {
      stream.setAppliedLSN(position);
      stream.setFlushedLSN(position);
    }
  }

  private void rethrowFailure() {
    if (failure != null) {
      throw new IllegalStateException("Kafka refused an event: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    open = false;
    metrics.leads(false);
    heartbeats.shutdownNow();
    visibility.close();
    JdbcUtils.closeConnection(connection);
    producer.close();
  }
}
