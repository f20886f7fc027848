package com.weelo.dispatch.analytics.answers;

import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a question is asked about.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 * @param vehicleType null for all
 */
public record Span(Instant from, Instant to, Bucket bucket, @Nullable VehicleType vehicleType) {}
