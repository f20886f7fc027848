package com.weelo.dispatch.notification.sending;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a channel is sent on.
 *
 * @param inFlight how many recipients are seen to at the same time: claimed, sent to, recorded
 * @param resumedInFlight how many deliveries that had to wait, beside those
 */
public record ChannelRules(
    @DefaultValue("960") @Min(1) int inFlight,
    @DefaultValue("64") @Min(1) int resumedInFlight,
    @Valid @DefaultValue WaitingRules waiting,
    @Valid @DefaultValue RateRules rates,
    @Valid @DefaultValue LeaseRules leases) {}
