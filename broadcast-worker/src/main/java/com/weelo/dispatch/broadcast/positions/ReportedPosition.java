package com.weelo.dispatch.broadcast.positions;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position as a driver's app sends it over its socket: as over REST.
 *
 * @param driverId may be left out; if given, it is the driver itself
 * @param latitude degrees north
 * @param longitude degrees east
 * @param speed km/h
 * @param bearing degrees clockwise from north
 * @param accuracy radius of uncertainty in metres
 * @param recordedAt when the device took it; left out, it is the time of arrival
 * @param sequence the device's own running number
 */
public record ReportedPosition(
    @Nullable DriverId driverId,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Double speed,
    @Nullable Double bearing,
    @Nullable Double accuracy,
    @Nullable Instant recordedAt,
    @Nullable Long sequence,
    @Nullable VehicleType vehicleType) {}
