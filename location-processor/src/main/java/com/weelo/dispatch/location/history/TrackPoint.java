package com.weelo.dispatch.location.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A point of a driver's history.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param speed km/h
 * @param bearing degrees clockwise from north
 * @param accuracy radius of uncertainty in metres
 */
public record TrackPoint(
    Instant recordedAt,
    double latitude,
    double longitude,
    @Nullable Double speed,
    @Nullable Double bearing,
    @Nullable Double accuracy) {}
