package com.weelo.dispatch.platform.outbox;

import com.weelo.dispatch.platform.publishing.EventRecords;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.core.ProducerFactory.Listener;

/**
 * The relay's own Kafka producer. It never gives a record up: records wait in its buffer while
 * Kafka is away, so that a later event can not overtake an earlier one, and a full buffer holds the
 * relay back.
 */
final class OutboxProducer implements AutoCloseable {

  /** By which its meters are known. */
  private static final String NAME = "outbox";

  private final Producer<String, byte[]> kafka;
  private final List<Listener<String, byte[]>> listeners;

  /** The topic that a key's unacknowledged events are on their way to, by key. */
  private final Map<String, OnItsWay> onTheirWay = new ConcurrentHashMap<>();

  private record OnItsWay(String topic, int events) {}

  OutboxProducer(Producer<String, byte[]> kafka, List<Listener<String, byte[]>> listeners) {
    this.kafka = kafka;
    this.listeners = listeners;
    listeners.forEach(listener -> listener.producerAdded(NAME, kafka));
  }

  /** Opens one to where the service's other producers send, metered as they are. */
  static OutboxProducer open(ProducerFactory<String, byte[]> kafka) {
    var settings = new HashMap<>(kafka.getConfigurationProperties());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // A partition that has not heard of this producer yet takes whatever number comes first. Were
    // a second request on its way while the first is sent back, because the partition was just made
    // or has just changed its leader, the first would be out of order from then on, for good.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Integer.MAX_VALUE);
    return new OutboxProducer(
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
        kafka.getListeners());
  }

  /**
   * Sends, waiting for room in the buffer for as long as this producer is open.
   *
   * @param acknowledged called on the producer's thread once the brokers have it
   */
  void send(EventRecords.Sendable event, Callback acknowledged) {
    begin(event);
    var unused =
        kafka.send(
            EventRecords.of(event),
            (metadata, error) -> {
              end(event.key());
              acknowledged.onCompletion(metadata, error);
            });
  }

  /**
   * Kafka keeps order within a topic, but an aggregate's events of different types go to different
   * ones: before it changes topics, all that is on its way must have arrived.
   */
  private void begin(EventRecords.Sendable event) {
    var before = onTheirWay.get(event.key());
    if (before != null && !before.topic().equals(event.eventType())) {
      kafka.flush();
    }
    onTheirWay.merge(
        event.key(),
        new OnItsWay(event.eventType(), 1),
        (there, one) -> new OnItsWay(event.eventType(), there.events() + 1));
  }

  private void end(String key) {
    onTheirWay.computeIfPresent(
        key,
        (same, there) ->
            there.events() == 1 ? null : new OnItsWay(there.topic(), there.events() - 1));
  }

  void flush() {
    kafka.flush();
  }

  @Override
  public void close() {
    listeners.forEach(listener -> listener.producerRemoved(NAME, kafka));
    kafka.close(Duration.ZERO);
  }
}
