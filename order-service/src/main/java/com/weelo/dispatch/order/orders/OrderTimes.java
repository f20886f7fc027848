package com.weelo.dispatch.order.orders;

import java.time.Duration;

/**
 * How long trucks are searched for, and how often.
 *
 * @param ttl from the order's making to the end of the search
 * @param waveInterval from one wave to the next
 * @param sweepInterval how often what is due is looked for
 * @param holdTime how long a transporter may keep what it reserved without naming drivers
 */
public record OrderTimes(
    Duration ttl, Duration waveInterval, Duration sweepInterval, Duration holdTime) {}
