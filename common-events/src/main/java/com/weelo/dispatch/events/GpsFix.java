package com.weelo.dispatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One position as a phone or tracker reported it, not yet judged. Values out of range are kept as
 * they came: cleaning is the location-processor's work, and it accounts for what it drops.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 * @param speed km/h
 * @param bearing degrees clockwise from north
 * @param accuracy radius of uncertainty in metres
 * @param recordedAt when the device took it
 * @param sequence the device's own running number, where it has one
 * @param vehicleType what the driver drives, where the device says so
 */
public record GpsFix(
    double latitude,
    double longitude,
    @Nullable Double speed,
    @Nullable Double bearing,
    @Nullable Double accuracy,
    Instant recordedAt,
    @Nullable Long sequence,
    @Nullable VehicleType vehicleType) {}
