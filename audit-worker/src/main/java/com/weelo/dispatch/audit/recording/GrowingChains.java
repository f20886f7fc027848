package com.weelo.dispatch.audit.recording;

import static java.util.stream.Collectors.groupingBy;

import com.weelo.dispatch.platform.consuming.RetryableFailure;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/** Links what a poll brought on to the chains of its partitions. */
@Component
class GrowingChains {

  /** Makes links of one partition's records, in their order. */
  @FunctionalInterface
  interface Linking {
    void link(ChainEnd end, List<ConsumerRecord<String, byte[]>> records);
  }

  /** Keeps links while they are made. */
  @FunctionalInterface
  interface Storing {
    /**
     * @param making has links made, of one partition after the other
     */
    void store(Consumer<Linking> making);
  }

  private final ChainEnds ends;
  private final Counter records;
  private final Counter digests;

  GrowingChains(ChainEnds ends, MeterRegistry registry) {
    this.ends = ends;
    this.records = recorded(registry, "record");
    this.digests = recorded(registry, "digest");
  }

  /** Once more where the database did not take them. */
  private static Counter recorded(MeterRegistry registry, String as) {
    return Counter.builder("dispatch.audit.recorded")
        .description("Kafka records that chains were continued with, whole or in a digest")
        .tag("as", as)
        .register(registry);
  }

  /**
   * What is linked already is passed over.
   *
   * @throws RetryableFailure whatever goes wrong: nothing may be left out of the record
   */
  void grow(List<ConsumerRecord<String, byte[]>> records, boolean digested, Storing storing) {
    try {
      var byPartition =
          records.stream()
              .collect(
                  groupingBy(
                      record -> new TopicPartition(record.topic(), record.partition()),
                      LinkedHashMap::new,
                      Collectors.<ConsumerRecord<String, byte[]>>toList()));
      var found = ends.of(byPartition.keySet(), digested);
      storing.store(linking ->
          byPartition.forEach((partition, own) ->
              link(Objects.requireNonNull(found.get(partition)), own, linking, digested)));
      ends.advance(found.values());
    } catch (RetryableFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RetryableFailure("the record could not be written", e);
    }
  }

  private void link(
      ChainEnd end,
      List<ConsumerRecord<String, byte[]>> polled,
      Linking linking,
      boolean digested) {
    var fresh =
        polled.stream()
            .map(record -> inChain(record, end.base()))
            .filter(record -> record.offset() >= end.nextOffset())
            .toList();
    if (!fresh.isEmpty()) {
      linking.link(end, fresh);
      (digested ? digests : records).increment(fresh.size());
    }
  }

  /** With the offset that it has in the chain. */
  private static ConsumerRecord<String, byte[]> inChain(
      ConsumerRecord<String, byte[]> record, long base) {
    if (base == 0) {
      return record;
    }
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        base + record.offset(),
        record.timestamp(),
        record.timestampType(),
        record.serializedKeySize(),
        record.serializedValueSize(),
        record.key(),
        record.value(),
        record.headers(),
        record.leaderEpoch());
  }
}
