package com.weelo.dispatch.platform.consuming;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.EventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/** Hands on the events among the records; what is none becomes a dead letter. */
final class DecodedBatches<E extends DomainEvent> implements RecordBatchHandler {

  private final Decoding<E> decoding;
  private final BatchHandler<E> handler;
  private final ConsumerRecordRecoverer deadLetters;

  DecodedBatches(
      Decoding<E> decoding, BatchHandler<E> handler, ConsumerRecordRecoverer deadLetters) {
    this.decoding = decoding;
    this.handler = handler;
    this.deadLetters = deadLetters;
  }

  @Override
  public void handle(List<ConsumerRecord<String, byte[]>> records) {
    var events = new ArrayList<Received<E>>(records.size());
    records.forEach(record -> read(record, events));
    if (!events.isEmpty()) {
      handler.handle(events);
    }
  }

  private void read(ConsumerRecord<String, byte[]> record, List<Received<E>> events) {
    try {
      decoding.decode(record).map(event -> received(event, record)).ifPresent(events::add);
    } catch (PoisonEvent poison) {
      // Should the transaction fail after this, the letter is sent again: twice rather than never.
      deadLetters.accept(record, poison);
    }
  }

  private static <E extends DomainEvent> Received<E> received(
      EventEnvelope<E> event, ConsumerRecord<String, byte[]> record) {
    return new Received<>(
        event,
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()));
  }
}
