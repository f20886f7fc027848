package com.weelo.dispatch.platform.consuming;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks the brokers how far groups have come. What a consumer says of itself is no help where it
 * hangs: it does not hear of what it does not fetch.
 */
final class ReadingLags implements AutoCloseable {

  /** Records of a topic that a group has yet to read. */
  record Lag(String group, String topic, long records) {}

  private final Admin admin;
  private final Map<String, Set<String>> topicsByGroup;
  private final String groupSuffix;
  private final Duration patience;

  ReadingLags(
      Admin admin, List<Subscription<?>> subscriptions, String groupSuffix, Duration patience) {
    this.admin = admin;
    this.topicsByGroup =
        subscriptions.stream()
            .filter(subscription -> !(subscription.handling() instanceof Subscription.Watching))
            .collect(
                groupingBy(
                    Subscription::group, flatMapping(one -> one.topics().stream(), toSet())));
    this.groupSuffix = groupSuffix;
    this.patience = patience;
  }

  /** How many brokers there are, as far as those know that answer. */
  int brokers() throws ExecutionException, InterruptedException, TimeoutException {
    return awaited(admin.describeCluster().nodes()).size();
  }

  List<Lag> lags() throws ExecutionException, InterruptedException, TimeoutException {
    var ends = offsets(partitions(), OffsetSpec.latest());
    var written =
        ends.entrySet().stream()
            .filter(end -> end.getValue() > 0)
            .map(Map.Entry::getKey)
            .collect(toSet());
    var beginnings = offsets(written, OffsetSpec.earliest());
    var committed =
        awaited(
            admin
                .listConsumerGroupOffsets(
                    topicsByGroup.keySet().stream()
                        .collect(
                            toMap(
                                group -> group + groupSuffix,
                                group -> new ListConsumerGroupOffsetsSpec())))
                .all());
    return topicsByGroup.entrySet().stream()
        .flatMap(group ->
            lags(
                group.getKey(),
                group.getValue(),
                committed.getOrDefault(group.getKey() + groupSuffix, Map.of()),
                beginnings,
                ends)
                .stream())
        .toList();
  }

  /** A group that has committed nothing reads a partition from its beginning. */
  private static List<Lag> lags(
      String group,
      Set<String> topics,
      Map<TopicPartition, OffsetAndMetadata> committed,
      Map<TopicPartition, Long> beginnings,
      Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .filter(end -> topics.contains(end.getKey().topic()))
        .collect(
            groupingBy(
                end -> end.getKey().topic(),
                summingLong(end -> {
                  var read = committed.get(end.getKey());
                  var from =
                      read == null
                          ? beginnings.getOrDefault(end.getKey(), end.getValue())
                          : read.offset();
                  return Math.max(0, end.getValue() - from);
                })))
        .entrySet()
        .stream()
        .map(topic -> new Lag(group, topic.getKey(), topic.getValue()))
        .toList();
  }

  /** Of the topics that there are; the others are about to be made. */
  private Set<TopicPartition> partitions()
      throws ExecutionException, InterruptedException, TimeoutException {
    var there = awaited(admin.listTopics().names());
    var wanted =
        topicsByGroup.values().stream()
            .flatMap(Collection::stream)
            .filter(there::contains)
            .collect(toSet());
    return awaited(admin.describeTopics(wanted).allTopicNames()).values().stream()
        .flatMap(topic ->
            topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
        .collect(toSet());
  }

  private Map<TopicPartition, Long> offsets(Set<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException, TimeoutException {
    var wanted = new HashMap<TopicPartition, OffsetSpec>();
    partitions.forEach(partition -> wanted.put(partition, which));
    return awaited(admin.listOffsets(wanted).all()).entrySet().stream()
        .collect(toMap(Map.Entry::getKey, found -> found.getValue().offset()));
  }

  private <T> T awaited(KafkaFuture<T> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
