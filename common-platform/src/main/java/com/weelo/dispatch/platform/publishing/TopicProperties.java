package com.weelo.dispatch.platform.publishing;

import com.weelo.dispatch.events.Topics.TopicSpec;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

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

  TopicSpec apply(TopicSpec spec) {
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
