package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.platform.observability.Traces;
import com.weelo.dispatch.platform.publishing.Envelopes;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes events into the outbox table of the service's own database. */
final class JdbcOutbox implements Outbox {

  /** Kafka refuses records above 1 MiB; what can never be sent must not be committed. */
  private static final int LONGEST_ENVELOPE = 900_000;

  private static final String INSERT =
      """
      INSERT INTO outbox (event_id, event_type, event_version, event_key, aggregate_version,
                          correlation_id, traceparent, envelope)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final JdbcTemplate jdbc;
  private final Envelopes envelopes;
  private final EventCodec codec;
  private final Traces traces;

  JdbcOutbox(JdbcTemplate jdbc, Envelopes envelopes, EventCodec codec, Traces traces) {
    this.jdbc = jdbc;
    this.envelopes = envelopes;
    this.codec = codec;
    this.traces = traces;
  }

  @Override
  public void publish(DomainEvent event, long aggregateVersion) {
    requireTransaction();
    jdbc.update(INSERT, row(event, aggregateVersion));
  }

  @Override
  public void publishAll(List<? extends DomainEvent> events, long firstVersion) {
    requireTransaction();
    jdbc.batchUpdate(
        INSERT,
        IntStream.range(0, events.size())
            .mapToObj(n -> row(events.get(n), firstVersion + n))
            .toList());
  }

  @Override
  public void publish(DomainEvent event) {
    requireTransaction();
    jdbc.update(INSERT, row(event, null));
  }

  @Override
  public void publishAll(List<? extends DomainEvent> events) {
    requireTransaction();
    jdbc.batchUpdate(INSERT, events.stream().map(event -> row(event, null)).toList());
  }

  /** The columns of {@link #INSERT}. */
  record Row(@Nullable Object[] columns) implements Prepared {}

  @Override
  public Prepared prepare(DomainEvent event) {
    return new Row(row(event, null));
  }

  @Override
  public void publishPrepared(List<Prepared> events) {
    requireTransaction();
    jdbc.batchUpdate(INSERT, events.stream().map(event -> ((Row) event).columns()).toList());
  }

  private static void requireTransaction() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an event is published inside the transaction it tells of");
    }
  }

  private @Nullable Object[] row(DomainEvent event, @Nullable Long aggregateVersion) {
    var envelope = envelopes.wrap(event, aggregateVersion);
    var json = codec.encodeToString(envelope);
    if (json.length() > LONGEST_ENVELOPE) {
      throw new IllegalArgumentException(envelope.eventType() + " is too large to be sent");
    }
    return new @Nullable Object[] {
      envelope.eventId(),
      envelope.eventType(),
      envelope.eventVersion(),
      envelope.key(),
      aggregateVersion,
      envelope.metadata().correlationId(),
      traces.traceparent(),
      json
    };
  }
}
