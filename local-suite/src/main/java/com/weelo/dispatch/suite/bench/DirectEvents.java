package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.platform.publishing.EventRecords;
import com.weelo.dispatch.suite.SuitePorts;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Events that come from no service. */
final class DirectEvents implements AutoCloseable {

  private final EventCodec codec = new EventCodec();
  private final Clock clock = Clock.systemUTC();
  private final KafkaProducer<String, byte[]> producer;

  private DirectEvents(KafkaProducer<String, byte[]> producer) {
    this.producer = producer;
  }

  /** Before any service is started: the topics are made first. */
  static DirectEvents to(BenchWorld world) throws ExecutionException, InterruptedException {
    var kafka = SuitePorts.HOST + ":" + world.ports().kafka();
    BenchTopics.make(kafka);
    return new DirectEvents(
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                kafka,
                "linger.ms",
                "0",
                "max.in.flight.requests.per.connection",
                "1"),
            new StringSerializer(),
            new ByteArraySerializer()));
  }

  /** Sends it without waiting. */
  void tell(DomainEvent event, @Nullable Long aggregateVersion) {
    var envelope =
        new EventEnvelope<>(
            EventIds.next(),
            clock.instant(),
            event,
            new EventMetadata(
                "bench", "local", EventIds.next().toString(), null, aggregateVersion));
    var unused =
        producer.send(
            EventRecords.of(
                new EventRecords.Sendable(
                    envelope.eventId(),
                    envelope.eventType(),
                    envelope.eventVersion(),
                    envelope.key(),
                    envelope.metadata().correlationId(),
                    null,
                    codec.encode(envelope))));
  }

  @Override
  public void close() {
    producer.close();
  }
}
