package com.weelo.dispatch.suite.verify;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.suite.SuiteFailure;
import com.weelo.dispatch.suite.SuitePorts;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Has a worker that is stopped go back in a topic, so that it reads again what came since some time
 * once it is started.
 *
 * <p>A worker is only ever sent back: what it has not read yet it reads in any case.
 */
public final class Rewinding {

  /** What they read they add up and do not keep: they would add it up twice. */
  private static final Set<String> ADDING_UP =
      Set.of("analytics-worker.supply", "location-processor.fixes");

  private final SuitePorts ports;

  public Rewinding(SuitePorts ports) {
    this.ports = ports;
  }

  /**
   * What a worker reads again of a partition.
   *
   * @param from offset at which it goes on
   * @param to offset at which it would have gone on
   */
  public record Again(int partition, long from, long to) {

    public long records() {
      return to - from;
    }
  }

  /**
   * @param group its Kafka group
   * @return by partition; those of which it has read nothing are left out, it begins at their
   *     beginning
   * @throws SuiteFailure where the worker runs or must not read anything twice, there is no such
   *     group or topic, or the one does not read the other
   */
  public List<Again> rewind(String group, String topic, Instant from) throws InterruptedException {
    if (ADDING_UP.contains(group)) {
      throw new SuiteFailure(
          "%s adds up positions and does not keep them: it would count them twice"
              .formatted(group));
    }
    try (var admin =
        Admin.create(Map.of("bootstrap.servers", SuitePorts.HOST + ":" + ports.kafka()))) {
      Rereading.requireTopic(topic, admin.listTopics().names().get());
      requireStopped(admin, group);
      var kept = new KeptOffsets(ports, group);
      var next = committed(admin, group, topic);
      next.putAll(kept.of(topic));
      if (next.isEmpty()) {
        throw new SuiteFailure("%s has read nothing of %s".formatted(group, topic));
      }
      var again = again(next, offsetsAt(admin, next.keySet().stream().toList(), from));
      // Kafka first: it refuses where the worker was started meanwhile.
      admin.alterConsumerGroupOffsets(group, committable(topic, again)).all().get();
      kept.goBackTo(topic, again);
      return again;
    } catch (ExecutionException e) {
      throw new SuiteFailure(
          "%s was not rewound: %s".formatted(group, requireNonNull(e.getCause()).getMessage()), e);
    }
  }

  private static void requireStopped(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    var groups =
        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all().get().stream()
            .map(GroupListing::groupId)
            .toList();
    if (!groups.contains(group)) {
      throw new SuiteFailure(
          "there is no group %s; there are %s"
              .formatted(group, groups.stream().sorted().collect(joining(", "))));
    }
    var described = admin.describeConsumerGroups(List.of(group)).describedGroups().get(group);
    if (!requireNonNull(described).get().members().isEmpty()) {
      throw new SuiteFailure(
          """
          %s is running; stop %s first, for it would go on where it is. \
          One that was killed is taken for running until Kafka misses it, for less than a minute.\
          """
              .formatted(group, group.split("\\.", 2)[0]));
    }
  }

  private static Map<TopicPartition, Long> committed(Admin admin, String group, String topic)
      throws ExecutionException, InterruptedException {
    var committed = new HashMap<TopicPartition, Long>();
    admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, next) -> {
          if (next != null && partition.topic().equals(topic)) {
            committed.put(partition, next.offset());
          }
        });
    return committed;
  }

  /** The first offsets since then; none where nothing came. */
  private static Map<TopicPartition, Long> offsetsAt(
      Admin admin, List<TopicPartition> partitions, Instant from)
      throws ExecutionException, InterruptedException {
    var since = OffsetSpec.forTimestamp(Math.max(0, from.toEpochMilli()));
    var offsets = new HashMap<TopicPartition, Long>();
    admin
        .listOffsets(partitions.stream().collect(toMap(partition -> partition, p -> since)))
        .all()
        .get()
        .forEach((partition, first) -> {
          if (first.offset() >= 0) {
            offsets.put(partition, first.offset());
          }
        });
    return offsets;
  }

  private static List<Again> again(
      Map<TopicPartition, Long> next, Map<TopicPartition, Long> since) {
    return next.entrySet().stream()
        .map(partition -> {
          var to = partition.getValue();
          var from = Math.min(to, since.getOrDefault(partition.getKey(), to));
          return new Again(partition.getKey().partition(), from, to);
        })
        .sorted(Comparator.comparing(Again::partition))
        .toList();
  }

  private static Map<TopicPartition, OffsetAndMetadata> committable(
      String topic, List<Again> again) {
    var offsets = new HashMap<TopicPartition, OffsetAndMetadata>();
    again.forEach(one ->
        offsets.put(new TopicPartition(topic, one.partition()), new OffsetAndMetadata(one.from())));
    return offsets;
  }
}
