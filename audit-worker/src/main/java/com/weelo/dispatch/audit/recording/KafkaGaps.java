package com.weelo.dispatch.audit.recording;

import com.weelo.dispatch.audit.recording.GapCausePolicy.PartitionFacts;
import com.weelo.dispatch.platform.consuming.RetryableFailure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Kafka. Gaps are rare, so each is asked about anew. */
public final class KafkaGaps implements Gaps {

  private static final Logger log = LoggerFactory.getLogger(KafkaGaps.class);
  private static final long PATIENCE_SECONDS = 5;

  private final Admin admin;

  public KafkaGaps(Admin admin) {
    this.admin = admin;
  }

  @Override
  public GapCause causeOf(TopicPartition partition, long from, long to) {
    var facts =
        new PartitionFacts(
            logStart(partition), isCompacted(partition.topic()), transactionalProducers(partition));
    var cause = GapCausePolicy.causeOf(from, to, facts);
    log.warn("{} has no offsets {} to {}: {}", partition, from, to, cause.code());
    return cause;
  }

  private long logStart(TopicPartition partition) {
    var offsets = get(admin.listOffsets(Map.of(partition, OffsetSpec.earliest())).all());
    return Objects.requireNonNull(offsets.get(partition)).offset();
  }

  private boolean isCompacted(String topic) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    var config =
        Objects.requireNonNull(get(admin.describeConfigs(List.of(resource)).all()).get(resource));
    var policy = config.get(TopicConfig.CLEANUP_POLICY_CONFIG);
    return policy != null && policy.value().contains(TopicConfig.CLEANUP_POLICY_COMPACT);
  }

  private int transactionalProducers(TopicPartition partition) {
    var producers = get(admin.describeProducers(List.of(partition)).partitionResult(partition));
    return (int)
        producers.activeProducers().stream()
            .filter(producer -> producer.coordinatorEpoch().orElse(-1) >= 0)
            .count();
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new RetryableFailure("Kafka does not say why offsets are missing", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RetryableFailure("interrupted", e);
    }
  }
}
