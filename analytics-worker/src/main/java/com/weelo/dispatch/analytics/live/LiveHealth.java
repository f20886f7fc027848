package com.weelo.dispatch.analytics.live;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.events.Topics;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far behind the workers are, and what lies on the dead-letter topics. */
final class LiveHealth implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 5;

  private final Admin admin;

  LiveHealth(Admin admin) {
    this.admin = admin;
  }

  /** Events that a group has not read yet. */
  record Lag(String group, long lag) {}

  record DeadLetters(String topic, long count) {}

  record Report(List<Lag> groups, List<DeadLetters> deadLetters) {}

  /**
   * @throws ExecutionException where Kafka can not say
   */
  Report report() throws ExecutionException, InterruptedException, TimeoutException {
    var ends = offsets(OffsetSpec.latest());
    return new Report(lags(ends), deadLetters(ends));
  }

  private List<Lag> lags(Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException, TimeoutException {
    var groups =
        admin.listGroups().all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).stream()
            .map(group -> group.groupId())
            .collect(toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec()));
    return admin
        .listConsumerGroupOffsets(groups)
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .entrySet()
        .stream()
        .map(group -> new Lag(group.getKey(), lag(group.getValue(), ends)))
        .sorted(Comparator.comparing(Lag::group))
        .toList();
  }

  private static long lag(
      Map<TopicPartition, OffsetAndMetadata> read, Map<TopicPartition, Long> ends) {
    return read.entrySet().stream()
        .filter(partition -> partition.getValue() != null)
        .mapToLong(partition ->
            Math.max(0, ends.getOrDefault(partition.getKey(), 0L) - partition.getValue().offset()))
        .sum();
  }

  private List<DeadLetters> deadLetters(Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException, TimeoutException {
    var starts = offsets(OffsetSpec.earliest());
    var letters = new HashMap<String, Long>();
    ends.forEach((partition, end) -> {
      if (partition.topic().endsWith(Topics.DLT_SUFFIX)) {
        letters.merge(partition.topic(), end - starts.getOrDefault(partition, 0L), Long::sum);
      }
    });
    return letters.entrySet().stream()
        .filter(topic -> topic.getValue() > 0)
        .map(topic -> new DeadLetters(topic.getKey(), topic.getValue()))
        .sorted(Comparator.comparing(DeadLetters::topic))
        .toList();
  }

  private Map<TopicPartition, Long> offsets(OffsetSpec which)
      throws ExecutionException, InterruptedException, TimeoutException {
    var topics = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .values()
        .forEach(topic ->
            topic
                .partitions()
                .forEach(partition ->
                    wanted.put(new TopicPartition(topic.name(), partition.partition()), which)));
    return admin
        .listOffsets(wanted)
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }

  @Override
  public void close() {
    admin.close();
  }
}
