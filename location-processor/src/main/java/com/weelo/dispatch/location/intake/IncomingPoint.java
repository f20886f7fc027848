package com.weelo.dispatch.location.intake;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position as a client sends it.
 *
 * @param driverId a driver may leave it out, or give its own
 * @param transporterId for {@code ops} only: for whom the driver drives; where it is left out, for
 *     whom it drove last
 * @param latitude degrees north
 * @param longitude degrees east
 * @param speed km/h
 * @param bearing degrees clockwise from north
 * @param accuracy radius of uncertainty in metres
 * @param recordedAt when the device took it; left out, it is the time of arrival
 * @param sequence the device's own running number
 */
public record IncomingPoint(
    @Nullable DriverId driverId,
    @Nullable TransporterId transporterId,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Double speed,
    @Nullable Double bearing,
    @Nullable Double accuracy,
    @Nullable Instant recordedAt,
    @Nullable Long sequence,
    @Nullable VehicleType vehicleType) {

  /** Without the device's time. */
  IncomingPoint untimed() {
    return new IncomingPoint(
        driverId,
        transporterId,
        latitude,
        longitude,
        speed,
        bearing,
        accuracy,
        null,
        sequence,
        vehicleType);
  }
}
