package com.weelo.dispatch.analytics.journeys;

import java.time.Duration;
import java.time.Instant;

/**
 * A booking that found its first taker.
 *
 * @param vehicleType its code
 */
public record Acceptance(String vehicleType, Instant createdAt, Duration waited) {}
