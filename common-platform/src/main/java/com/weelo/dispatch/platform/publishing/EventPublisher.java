package com.weelo.dispatch.platform.publishing;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.platform.observability.Traces;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Sends events straight to Kafka: for streams that have no transaction to belong to, such as
 * positions. Whatever belongs to a change in the database goes through the outbox instead.
 */
public final class EventPublisher {

  private final Envelopes envelopes;
  private final EventCodec codec;
  private final Traces traces;
  private final KafkaTemplate<String, byte[]> kafka;

  public EventPublisher(
      Envelopes envelopes, EventCodec codec, Traces traces, KafkaTemplate<String, byte[]> kafka) {
    this.envelopes = envelopes;
    this.codec = codec;
    this.traces = traces;
    this.kafka = kafka;
  }

  /**
   * @return completes once Kafka has acknowledged the event, exceptionally where it did not within
   *     the producer's delivery timeout; never throws by itself
   */
  public <E extends DomainEvent> CompletableFuture<EventEnvelope<E>> publish(E event) {
    var envelope = envelopes.wrap(event, null);
    try {
      return kafka.send(EventRecords.of(sendable(envelope))).thenApply(sent -> envelope);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private EventRecords.Sendable sendable(EventEnvelope<?> envelope) {
    return new EventRecords.Sendable(
        envelope.eventId(),
        envelope.eventType(),
        envelope.eventVersion(),
        envelope.key(),
        envelope.metadata().correlationId(),
        traces.traceparent(),
        codec.encode(envelope));
  }
}
