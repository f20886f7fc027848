package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.platform.publishing.EventRecords;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay's own Kafka producer. It never gives a record up: records wait in its buffer while
 * Kafka is away, so that a later event can not overtake an earlier one, and a full buffer holds the
 * relay back.
 */
final class OutboxProducer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OutboxProducer.class);

  private final Producer<String, byte[]> kafka;

  /** Keys with an event that is not acknowledged yet. */
  private final Set<String> inFlight = ConcurrentHashMap.newKeySet();

  OutboxProducer(Producer<String, byte[]> kafka) {
    this.kafka = kafka;
  }

  /**
   * Sends, waiting for room in the buffer as long as {@code wanted} holds.
   *
   * @param acknowledged called on the producer's thread once the brokers have it
   */
  void send(EventRecords.Sendable event, BooleanSupplier wanted, Callback acknowledged) {
    // Types have topics of their own, so Kafka keeps no order between the changes of one aggregate:
    // the next is not sent before the last is acknowledged.
    if (!inFlight.add(event.key())) {
      kafka.flush();
      inFlight.add(event.key());
    }
    Callback arrived =
        (metadata, error) -> {
          inFlight.remove(event.key());
          acknowledged.onCompletion(metadata, error);
        };
    var complained = false;
    while (wanted.getAsBoolean()) {
      try {
        kafka.send(EventRecords.of(event), arrived);
        return;
      } catch (TimeoutException e) {
        if (!complained) {
          log.warn("Kafka takes nothing; the outbox waits. {}", e.getMessage());
        }
        complained = true;
      }
    }
  }

  void flush() {
    kafka.flush();
  }

  @Override
  public void close() {
    kafka.close(Duration.ZERO);
  }
}
