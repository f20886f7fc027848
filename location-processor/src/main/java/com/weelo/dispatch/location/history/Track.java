package com.weelo.dispatch.location.history;

import com.weelo.dispatch.events.DriverId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a driver has been, in order of time.
 *
 * @param next where to go on reading; null where this is all
 */
public record Track(DriverId driverId, List<TrackPoint> points, @Nullable Instant next) {}
