package com.weelo.dispatch.analytics;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How events are counted and kept.
 *
 * @param consumers threads that read the topics, in each instance
 * @param retention how long facts are kept, in whole days; sums stay
 * @param clockTolerance an event that claims to happen so long after Kafka was given it is left out
 * @param frameInterval pause between two messages of what moves on the live page
 * @param quietAfter a captain who was not heard for so long is drawn as such
 */
@Validated
@ConfigurationProperties("dispatch.analytics")
public record AnalyticsProperties(
    @Positive @DefaultValue("2") int consumers,
    @DefaultValue("30d") Duration retention,
    @DefaultValue("5m") Duration clockTolerance,
    @DefaultValue("500ms") Duration frameInterval,
    @DefaultValue("60s") Duration quietAfter) {}
