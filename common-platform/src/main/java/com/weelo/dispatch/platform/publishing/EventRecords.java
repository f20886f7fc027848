package com.weelo.dispatch.platform.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.EventHeaders;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The one place where an event becomes a Kafka record. */
public final class EventRecords {

  private EventRecords() {}

  /** An event as it lies ready to be sent. */
  public record Sendable(
      UUID eventId,
      String eventType,
      String eventVersion,
      String key,
      String correlationId,
      @Nullable String traceparent,
      byte[] envelope) {}

  public static ProducerRecord<String, byte[]> of(Sendable event) {
    var record = new ProducerRecord<>(event.eventType(), event.key(), event.envelope());
    header(record, EventHeaders.EVENT_ID, event.eventId().toString());
    header(record, EventHeaders.EVENT_TYPE, event.eventType());
    header(record, EventHeaders.EVENT_VERSION, event.eventVersion());
    header(record, EventHeaders.CORRELATION_ID, event.correlationId());
    if (event.traceparent() != null) {
      header(record, EventHeaders.TRACEPARENT, event.traceparent());
    }
    return record;
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(UTF_8));
  }
}
