package com.weelo.dispatch.platform.consuming;

import static java.util.stream.Collectors.toSet;

import com.weelo.dispatch.platform.observability.Correlation;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.transaction.support.TransactionOperations;

/** Hands a subscription all that a poll brought, in one transaction with how far it has come. */
final class BatchListener implements BatchMessageListener<String, byte[]> {

  private final RecordBatchHandler handler;
  private final ConsumedOffsets offsets;
  private final TransactionOperations transactions;
  private final Timer timer;

  BatchListener(
      RecordBatchHandler handler,
      ConsumedOffsets offsets,
      TransactionOperations transactions,
      Timer timer) {
    this.handler = handler;
    this.offsets = offsets;
    this.transactions = transactions;
    this.timer = timer;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
    timer.record(() -> transactions.executeWithoutResult(status -> handle(records)));
  }

  private void handle(List<ConsumerRecord<String, byte[]>> records) {
    var wanted = offsets.lock(records.stream().map(BatchListener::partitionOf).collect(toSet()));
    var fresh = new ArrayList<ConsumerRecord<String, byte[]>>(records.size());
    var next = new HashMap<TopicPartition, Long>();
    for (var record : records) {
      var partition = partitionOf(record);
      if (record.offset() < wanted.getOrDefault(partition, 0L)) {
        continue; // had its effect before Kafka delivered it again
      }
      fresh.add(record);
      next.put(partition, record.offset() + 1);
    }
    if (!fresh.isEmpty()) {
      Correlation.fresh().run(() -> handler.handle(fresh));
      offsets.advance(next);
    }
  }

  private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
