package com.weelo.dispatch.platform.consuming;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a subscription does with the records of one poll as they stand in Kafka. */
@FunctionalInterface
public interface RecordBatchHandler {

  /**
   * Runs inside a transaction together with the note how far the subscription has come: each record
   * takes effect in the database exactly once.
   *
   * @param records in the order of each partition, be they events or not; never empty
   * @throws RuntimeException to have the whole batch tried again
   */
  void handle(List<ConsumerRecord<String, byte[]>> records);
}
