package com.weelo.dispatch.notification.sending;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When somebody else's work is taken over.
 *
 * @param lease after this a claim that nothing was recorded for is taken over; longer than a send
 *     can take
 * @param look how often it is looked for what is due
 */
public record LeaseRules(
    @DefaultValue("30s") Duration lease, @DefaultValue("250ms") Duration look) {}
