package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.EventCodec;
import com.weelo.dispatch.events.EventEnvelope;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.KafkaOperations;

/**
 * For workers that find out after an event was consumed that nothing can be made of it: puts it on
 * {@code <topic>.dlt} as if its handler had thrown {@link PoisonEvent}.
 */
public final class DeadLetterBox {

  private final DeadLetters letters;
  private final EventCodec codec;

  /**
   * @param group of the subscription that consumed the events
   */
  public DeadLetterBox(
      String group,
      KafkaOperations<String, byte[]> kafka,
      EventCodec codec,
      MeterRegistry registry) {
    this.letters = new DeadLetters(group, kafka, registry);
    this.codec = codec;
  }

  /**
   * Returns once Kafka has it.
   *
   * @throws RuntimeException where Kafka does not take it
   */
  public void post(EventEnvelope<?> event, String reason) {
    var record =
        new ConsumerRecord<>(
            event.eventType(),
            0,
            -1, // long consumed: nobody finds it by its offset
            event.key(),
            codec.encode(event));
    letters.accept(record, new PoisonEvent(reason, null));
  }
}
