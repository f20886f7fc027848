package com.weelo.dispatch.testing;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.Topics.TopicSpec;
import com.weelo.dispatch.stores.Stores;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.awaitility.Awaitility;

/**
 * Makes the contract's topics before any test begins. Services make them in the background; on a
 * slow disk that takes minutes, in which offers of a minute would end and positions grow old.
 */
final class TestTopics {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private TestTopics() {}

  /** Returns once each partition can be written to. */
  static void create(Stores stores) {
    var topics = Topics.all().stream().flatMap(topic -> Stream.of(topic, topic.dlt())).toList();
    int patience = (int) PATIENCE.toMillis();
    try (var admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", stores.kafka(),
                "default.api.timeout.ms", patience,
                "request.timeout.ms", patience))) {
      admin.createTopics(topics.stream().map(TestTopics::topic).toList()).values().values().stream()
          .forEach(TestTopics::madeByWhomever);
      var ends =
          topics.stream()
              .flatMap(TestTopics::partitions)
              .collect(toMap(partition -> partition, partition -> OffsetSpec.latest()));
      Awaitility.await("all topics")
          .atMost(PATIENCE)
          .ignoreExceptions()
          .pollInSameThread()
          .until(() -> admin.listOffsets(ends).all().get().size() == ends.size());
    }
  }

  private static NewTopic topic(TopicSpec spec) {
    return new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty())
        .configs(Map.of("retention.ms", Long.toString(spec.retention().toMillis())));
  }

  private static Stream<TopicPartition> partitions(TopicSpec topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(number -> new TopicPartition(topic.name(), number));
  }

  private static void madeByWhomever(KafkaFuture<Void> made) {
    try {
      made.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("Topics could not be made", e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making topics", e);
    }
  }
}
