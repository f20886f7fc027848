package com.weelo.dispatch.booking.catalogue;

import com.weelo.dispatch.events.Money;

/**
 * What a trip comes to, as far as one can say before it.
 *
 * @param distanceMeters from pick-up to drop-off, as the crow flies
 * @param etaSeconds how long that takes
 */
public record Estimate(long distanceMeters, long etaSeconds, Money price) {}
