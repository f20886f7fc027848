package com.weelo.dispatch.audit.recording;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Kafka's time of a record, which its sender may have set to anything. */
final class LogTime {

  static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

  private LogTime() {}

  /** As near as a database can hold it. */
  static Instant of(ConsumerRecord<?, ?> record) {
    long millis = Math.clamp(record.timestamp(), EARLIEST.toEpochMilli(), LATEST.toEpochMilli());
    return Instant.ofEpochMilli(millis);
  }
}
