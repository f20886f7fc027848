package com.weelo.dispatch.location.index;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.location.cleaning.Sighting;
import com.weelo.dispatch.location.drivers.DriverState;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import java.util.Optional;

/**
 * A driver's state as the index has it.
 *
 * @param set the set of free drivers it belongs into; empty for none
 */
record IndexEntry(
    DriverId driverId,
    TransporterId transporterId,
    long version,
    Optional<String> set,
    Sighting sighting) {

  /** Beyond, Redis knows no positions: it cuts the world where Web Mercator does. */
  private static final double NORTHERNMOST = 85.05112878;

  /** Empty while it is not known where the driver is and for whom. */
  static Optional<IndexEntry> of(DriverState state) {
    var current = state.track().current();
    var transporter = state.transporterId();
    return current == null || transporter == null
        ? Optional.empty()
        : Optional.of(
            new IndexEntry(
                state.driverId(),
                transporter,
                state.version(),
                set(state, current.point()),
                current));
  }

  private static Optional<String> set(DriverState state, GeoPoint point) {
    return state.isFree() && Math.abs(point.latitude()) <= NORTHERNMOST
        ? Optional.ofNullable(state.vehicleType()).map(type -> GeoIndexKeys.free(point, type))
        : Optional.empty();
  }
}
