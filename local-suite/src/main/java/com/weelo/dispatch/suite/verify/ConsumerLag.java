package com.weelo.dispatch.suite.verify;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Whether the consumer groups have passed what was on their topics when this was made. */
final class ConsumerLag {

  private final Admin kafka;
  private final List<String> groups;
  private final Map<TopicPartition, Long> ends;

  ConsumerLag(Evidence evidence) throws ExecutionException, InterruptedException {
    this.kafka = evidence.kafka();
    this.groups =
        kafka.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
            .map(GroupListing::groupId)
            .sorted()
            .toList();
    var partitions = new HashSet<TopicPartition>();
    for (var group : groups) {
      partitions.addAll(partitionsOf(group));
    }
    this.ends =
        kafka
            .listOffsets(partitions.stream().collect(toMap(p -> p, p -> OffsetSpec.latest())))
            .all()
            .get()
            .entrySet()
            .stream()
            .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  List<String> behind() throws ExecutionException, InterruptedException {
    var behind = new ArrayList<String>();
    for (var group : groups) {
      var committed = committed(group);
      var lag = 0L;
      for (var partition : partitionsOf(group)) {
        var end = ends.getOrDefault(partition, 0L);
        lag += Math.max(0, end - committed.getOrDefault(partition, 0L));
      }
      if (lag > 0) {
        behind.add(group + " is " + lag + " records behind");
      }
    }
    return behind;
  }

  String figures() {
    return groups.size() + " groups";
  }

  /** What it reads at present, and what it has read before. */
  private Set<TopicPartition> partitionsOf(String group)
      throws ExecutionException, InterruptedException {
    var partitions = new HashSet<>(committed(group).keySet());
    kafka.describeConsumerGroups(List.of(group)).all().get().values().stream()
        .map(ConsumerGroupDescription::members)
        .flatMap(Collection::stream)
        .forEach(member -> partitions.addAll(member.assignment().topicPartitions()));
    return partitions;
  }

  private Map<TopicPartition, Long> committed(String group)
      throws ExecutionException, InterruptedException {
    return kafka
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .entrySet()
        .stream()
        .filter(committed -> committed.getValue() != null)
        .collect(toMap(Map.Entry::getKey, committed -> committed.getValue().offset()));
  }
}
