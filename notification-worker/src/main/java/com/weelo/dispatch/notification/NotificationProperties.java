package com.weelo.dispatch.notification;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How notifications are sent and remembered.
 *
 * @param inFlight how many recipients are sent to at the same time
 * @param maxAttempts how often a device is tried while the provider is not available
 * @param longestRetryAfter a provider that wants to be left alone for longer is asked again by then
 * @param claimLease after this a claim that nothing was recorded for may be taken over; longer than
 *     a send can take
 * @param keepDeliveries how long it is known what came of a notification; longer than its topic
 *     keeps it, so that none is sent twice
 */
@Validated
@ConfigurationProperties("dispatch.notification")
public record NotificationProperties(
    @DefaultValue("128") @Min(1) int inFlight,
    @DefaultValue("6") @Min(1) int maxAttempts,
    @DefaultValue("30s") Duration longestRetryAfter,
    @DefaultValue("30s") Duration claimLease,
    @DefaultValue("30d") Duration keepDeliveries) {}
