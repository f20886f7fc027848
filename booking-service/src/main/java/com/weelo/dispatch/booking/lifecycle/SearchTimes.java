package com.weelo.dispatch.booking.lifecycle;

import java.time.Duration;

/**
 * How long a booking is searched for, and how often.
 *
 * @param ttl from its making to its expiry
 * @param waveInterval from one wave to the next
 * @param sweepInterval how often due waves and expiries are looked for
 */
public record SearchTimes(Duration ttl, Duration waveInterval, Duration sweepInterval) {}
