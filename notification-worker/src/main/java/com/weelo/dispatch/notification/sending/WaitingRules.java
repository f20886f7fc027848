package com.weelo.dispatch.notification.sending;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long deliveries wait, and how often they are tried.
 *
 * @param maxAttempts how often an address is tried while the provider is not available
 * @param firstWait after the provider's first "not now"; doubled each time. FCM asks for 10 s or
 *     more
 * @param firstWaitWithoutAnswer after the first attempt that was not answered; doubled each time
 * @param longestWait what doubling ends at
 * @param pauseByDefault how long a channel is left alone that was sent too much, where the provider
 *     does not say
 * @param longestPause how long it is left alone at most, whatever the provider says
 * @param circuitOpen how long a platform is left alone that the provider has no access to
 * @param spread over which those that waited for the same thing come back
 */
public record WaitingRules(
    @DefaultValue("6") @Min(1) int maxAttempts,
    @DefaultValue("10s") Duration firstWait,
    @DefaultValue("1s") Duration firstWaitWithoutAnswer,
    @DefaultValue("5m") Duration longestWait,
    @DefaultValue("60s") Duration pauseByDefault,
    @DefaultValue("10m") Duration longestPause,
    @DefaultValue("60s") Duration circuitOpen,
    @DefaultValue("5s") Duration spread) {}
