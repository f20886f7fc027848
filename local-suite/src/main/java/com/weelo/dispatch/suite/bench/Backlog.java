package com.weelo.dispatch.suite.bench;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.platform.publishing.EventRecords;
import com.weelo.dispatch.suite.SuitePorts;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Events that wait on their topics for a worker that is not up yet. */
final class Backlog {

  static final Duration LAST_HOUR = Duration.ofHours(1);

  private static final long BETWEEN_LOOKS_NANOS = 20_000_000;
  private static final int EVENTS_OF_A_BOOKING = 28; // on average, and a little less

  private final BenchWorld world;
  private final long events;

  private Backlog(BenchWorld world, long events) {
    this.world = world;
    this.events = events;
  }

  /**
   * Makes the topics and writes at least so many events to them.
   *
   * @param past over which they happened, until now
   */
  static Backlog fill(BenchWorld world, int events, Duration past)
      throws ExecutionException, InterruptedException {
    var kafka = SuitePorts.HOST + ":" + world.ports().kafka();
    BenchTopics.make(kafka);
    var codec = new EventCodec();
    var written = new AtomicLong();
    var lost = new AtomicLong();
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                kafka,
                "linger.ms",
                20,
                "max.in.flight.requests.per.connection",
                1),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var trade =
          new TradeEvents(
              Clock.systemUTC().instant().minus(past),
              past.multipliedBy(9)
                  .dividedBy(10)
                  .multipliedBy(EVENTS_OF_A_BOOKING)
                  .dividedBy(events),
              event -> {
                written.incrementAndGet();
                var unused =
                    producer.send(
                        record(event, codec),
                        (metadata, failure) -> {
                          if (failure != null) {
                            lost.incrementAndGet();
                          }
                        });
              });
      while (written.get() < events) {
        trade.booking();
      }
    }
    if (lost.get() > 0) {
      throw new IllegalStateException("Kafka did not take %d events".formatted(lost.get()));
    }
    return new Backlog(world, written.get());
  }

  private static ProducerRecord<String, byte[]> record(
      EventEnvelope<DomainEvent> event, EventCodec codec) {
    return EventRecords.of(
        new EventRecords.Sendable(
            event.eventId(),
            event.eventType(),
            event.eventVersion(),
            event.key(),
            event.metadata().correlationId(),
            null,
            codec.encode(event)));
  }

  /**
   * Waits until a worker's batch subscriptions have read all of it.
   *
   * @param database where they note how far they are
   * @param warmUp events that do not count
   * @return events each second, of those after the warm-up
   */
  double perSecondRead(String database, long warmUp) throws Exception {
    try (var connection = world.database(database);
        var progress =
            connection.prepareStatement(
                "SELECT coalesce(sum(next_offset), 0) FROM consumed_offsets")) {
      var warmAt = 0L;
      var warmBy = 0L;
      while (true) {
        long read;
        try (var row = progress.executeQuery()) {
          row.next();
          read = row.getLong(1);
        }
        if (warmAt == 0 && read >= warmUp) {
          warmAt = System.nanoTime();
          warmBy = read;
        }
        if (read >= events) {
          return (read - warmBy) / ((System.nanoTime() - warmAt) / 1e9);
        }
        LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
      }
    }
  }
}
