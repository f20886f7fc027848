package com.weelo.dispatch.broadcast;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.EventMetadata;
import com.weelo.dispatch.stores.Stores;
import com.weelo.dispatch.testing.KafkaProbe;
import java.time.Clock;
import java.util.Map;

/** The services that this one hears from. */
final class Kafka implements AutoCloseable {

  private static final EventCodec CODEC = new EventCodec();
  private static final Clock CLOCK = Clock.systemUTC();

  private final KafkaProbe probe;

  Kafka(Stores stores, String... topics) {
    probe = KafkaProbe.fromEarliest(stores, topics);
  }

  static <E extends DomainEvent> EventEnvelope<E> envelope(E event, long version) {
    return new EventEnvelope<>(
        EventIds.next(),
        CLOCK.instant(),
        event,
        new EventMetadata("a-service", "test", "a-correlation", null, version));
  }

  /** As the first change of a booking or assignment. */
  EventEnvelope<?> happened(DomainEvent event) {
    return happened(event, 1);
  }

  EventEnvelope<?> happened(DomainEvent event, long version) {
    var envelope = envelope(event, version);
    deliver(envelope);
    return envelope;
  }

  void deliver(EventEnvelope<?> event) {
    deliverAs(event.key(), event);
  }

  /** On the partition of another key, behind what is there already. */
  void deliverAs(String key, EventEnvelope<?> event) {
    probe.send(event.eventType(), key, CODEC.encode(event), Map.of());
  }

  void poison(String topic, String key) {
    probe.send(topic, key, "poison".getBytes(UTF_8), Map.of());
  }

  KafkaProbe topics() {
    return probe;
  }

  @Override
  public void close() {
    probe.close();
  }
}
