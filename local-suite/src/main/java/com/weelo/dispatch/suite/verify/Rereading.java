package com.weelo.dispatch.suite.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuiteFailure;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads a topic again from some time on: here, or by one of the workers. */
public final class Rereading {

  private final SuitePorts ports;

  public Rereading(SuitePorts ports) {
    this.ports = ports;
  }

  /** Tells the topic's records since then, each partition in its order. */
  public void tell(String topic, Instant from, Consumer<String> told) {
    try (var reader = new TopicReader(kafka())) {
      if (reader.partitions(List.of(topic)).isEmpty()) {
        throw new SuiteFailure("there is no topic " + topic);
      }
      reader.read(
          List.of(topic),
          record -> {
            if (record.timestamp() >= from.toEpochMilli() && record.value() != null) {
              told.accept(new String(record.value(), UTF_8));
            }
          });
    }
  }

  /**
   * Has a worker that is not running go back, once it is started again.
   *
   * @param group its Kafka group
   * @return where it goes on, by partition
   * @throws SuiteFailure where the worker runs, or there is no such topic
   */
  public Map<TopicPartition, Long> rewind(String group, String topic, Instant from)
      throws InterruptedException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka()))) {
      var offsets = offsetsAt(admin, topic, from);
      admin
          .alterConsumerGroupOffsets(
              group,
              offsets.entrySet().stream()
                  .collect(toMap(Map.Entry::getKey, at -> new OffsetAndMetadata(at.getValue()))))
          .all()
          .get();
      rewindInDatabase(group, offsets);
      return offsets;
    } catch (ExecutionException e) {
      throw new SuiteFailure(
          "%s was not rewound; its worker has to be stopped first (%s)"
              .formatted(group, e.getCause()),
          e);
    }
  }

  private static Map<TopicPartition, Long> offsetsAt(Admin admin, String topic, Instant from)
      throws ExecutionException, InterruptedException {
    var partitions =
        requireNonNull(admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic))
            .partitions()
            .stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    var ends = list(admin, partitions, OffsetSpec.latest());
    var offsets = list(admin, partitions, OffsetSpec.forTimestamp(from.toEpochMilli()));
    offsets.replaceAll((partition, offset) -> offset < 0 ? ends.get(partition) : offset);
    return offsets;
  }

  private static Map<TopicPartition, Long> list(
      Admin admin, List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    var wanted = partitions.stream().collect(toMap(partition -> partition, partition -> which));
    var found = new HashMap<TopicPartition, Long>();
    admin.listOffsets(wanted).all().get().forEach((at, offset) -> found.put(at, offset.offset()));
    return found;
  }

  /** Where a worker reads in batches, its database says where it goes on. */
  private void rewindInDatabase(String group, Map<TopicPartition, Long> offsets) {
    SuiteService.ofModule(group.substring(0, Math.max(0, group.indexOf('.'))))
        .flatMap(SuiteService::database)
        .map(database ->
            JdbcClient.create(
                new DriverManagerDataSource(
                    SuiteDatabases.url(database, ports),
                    SuiteDatabases.USER,
                    SuiteDatabases.PASSWORD)))
        .ifPresent(database ->
            offsets.forEach((partition, offset) ->
                database
                    .sql(
                        """
                        UPDATE consumed_offsets SET next_offset = least(next_offset, ?)
                        WHERE subscription = ? AND topic = ? AND partition = ?
                        """)
                    .params(offset, group, partition.topic(), partition.partition())
                    .update()));
  }

  private String kafka() {
    return SuitePorts.HOST + ":" + ports.kafka();
  }
}
