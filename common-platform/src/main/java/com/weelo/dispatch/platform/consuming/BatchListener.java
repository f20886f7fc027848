package com.weelo.dispatch.platform.consuming;

import static java.util.stream.Collectors.toSet;

import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.platform.observability.Correlation;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.transaction.support.TransactionOperations;

/** Hands a subscription all that a poll brought, in one transaction with how far it has come. */
final class BatchListener<E extends DomainEvent> implements BatchMessageListener<String, byte[]> {

  private final Decoding<E> decoding;
  private final BatchHandler<E> handler;
  private final ConsumedOffsets offsets;
  private final TransactionOperations transactions;
  private final ConsumerRecordRecoverer deadLetters;
  private final Timer timer;

  BatchListener(
      Decoding<E> decoding,
      BatchHandler<E> handler,
      ConsumedOffsets offsets,
      TransactionOperations transactions,
      ConsumerRecordRecoverer deadLetters,
      Timer timer) {
    this.decoding = decoding;
    this.handler = handler;
    this.offsets = offsets;
    this.transactions = transactions;
    this.deadLetters = deadLetters;
    this.timer = timer;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
    timer.record(() -> transactions.executeWithoutResult(status -> handle(records)));
  }

  private void handle(List<ConsumerRecord<String, byte[]>> records) {
    var wanted =
        offsets.lock(
            records.stream()
                .map(record -> new TopicPartition(record.topic(), record.partition()))
                .collect(toSet()));
    var batch = new ArrayList<Received<E>>(records.size());
    var next = new HashMap<TopicPartition, Long>();
    for (var record : records) {
      var partition = new TopicPartition(record.topic(), record.partition());
      if (record.offset() < wanted.getOrDefault(partition, 0L)) {
        continue; // had its effect before Kafka delivered it again
      }
      read(record, batch);
      next.put(partition, record.offset() + 1);
    }
    if (!batch.isEmpty()) {
      Correlation.fresh().run(() -> handler.handle(batch));
    }
    offsets.advance(next);
  }

  private void read(ConsumerRecord<String, byte[]> record, List<Received<E>> batch) {
    try {
      decoding
          .decode(record)
          .map(event -> new Received<>(event, record.topic(), record.partition(), record.offset()))
          .ifPresent(batch::add);
    } catch (PoisonEvent poison) {
      // Should the transaction fail after this, the letter is sent again: twice rather than never.
      deadLetters.accept(record, poison);
    }
  }
}
