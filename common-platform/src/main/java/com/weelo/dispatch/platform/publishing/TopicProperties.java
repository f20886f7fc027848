package com.weelo.dispatch.platform.publishing;

import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.Topics.TopicSpec;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.kafka.config.TopicBuilder;

/**
 * How topics are made.
 *
 * @param replicationFactor copies of each partition
 * @param overrides by topic name, what shall differ from the contract's defaults
 */
@ConfigurationProperties("dispatch.topics")
public record TopicProperties(
    @DefaultValue("1") short replicationFactor, @DefaultValue Map<String, Override> overrides) {

  /** What shall differ for one topic; null keeps the default. */
  public record Override(@Nullable Integer partitions, @Nullable Duration retention) {}

  /** The contract's topics and their dead-letter topics, as they shall be made here. */
  public NewTopic[] all() {
    return Topics.all().stream()
        .map(this::apply)
        .flatMap(spec -> Stream.of(spec, spec.dlt()))
        .map(this::topic)
        .toArray(NewTopic[]::new);
  }

  private NewTopic topic(TopicSpec spec) {
    return TopicBuilder.name(spec.name())
        .partitions(spec.partitions())
        .replicas(replicationFactor)
        .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(spec.retention().toMillis()))
        .build();
  }

  private TopicSpec apply(TopicSpec spec) {
    var override = overrides.get(spec.name());
    if (override == null) {
      return spec;
    }
    return new TopicSpec(
        spec.name(),
        override.partitions() == null ? spec.partitions() : override.partitions(),
        override.retention() == null ? spec.retention() : override.retention());
  }
}
