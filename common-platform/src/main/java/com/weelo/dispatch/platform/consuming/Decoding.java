package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.events.MalformedEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads a record as an event of the subscription's type. */
final class Decoding<E extends DomainEvent> {

  private final EventCodec codec;
  private final Class<E> type;
  private final Counter unknown;

  Decoding(EventCodec codec, Class<E> type, String group, MeterRegistry registry) {
    this.codec = codec;
    this.type = type;
    this.unknown =
        Counter.builder("dispatch.consumed.unknown")
            .description("Events skipped because their type or major version is not known here")
            .tag("group", group)
            .register(registry);
  }

  /**
   * @return empty where the type is not known here: counted and skipped
   * @throws PoisonEvent where it is no event, or one of another type than its topic's
   */
  @SuppressWarnings("unchecked") // the data's class was checked
  Optional<EventEnvelope<E>> decode(ConsumerRecord<String, byte[]> record) {
    byte @Nullable [] value = record.value();
    if (value == null) {
      throw new PoisonEvent("the record has no value", null);
    }
    Optional<EventEnvelope<?>> event;
    try {
      event = codec.decode(value);
    } catch (MalformedEvent e) {
      throw new PoisonEvent(e.getMessage() == null ? "malformed" : e.getMessage(), e);
    }
    if (event.isEmpty()) {
      unknown.increment();
      return Optional.empty();
    }
    if (!type.isInstance(event.get().data())) {
      throw new PoisonEvent(event.get().eventType() + " does not belong on this topic", null);
    }
    return event.map(known -> (EventEnvelope<E>) known);
  }
}
