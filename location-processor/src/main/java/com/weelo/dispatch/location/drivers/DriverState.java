package com.weelo.dispatch.location.drivers;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.location.cleaning.Track;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a driver.
 *
 * @param transporterId whom it drives for; null before anything told
 * @param vehicleType what it drives; null before anything told
 * @param available whether it wants jobs; never before it said so
 * @param onJob whether it has one
 * @param version counts the changes: of two states of a driver the one with the higher is newer
 */
public record DriverState(
    DriverId driverId,
    @Nullable TransporterId transporterId,
    @Nullable VehicleType vehicleType,
    boolean available,
    boolean onJob,
    Track track,
    long version) {

  /** Now with this track, which says nothing about whose truck it is. */
  public DriverState on(Track newTrack) {
    return new DriverState(
        driverId, transporterId, vehicleType, available, onJob, newTrack, version + 1);
  }

  /** Now driving this for that transporter. */
  public DriverState driving(TransporterId transporter, @Nullable VehicleType type) {
    return new DriverState(
        driverId,
        transporter,
        type == null ? vehicleType : type,
        available,
        onJob,
        track,
        version + 1);
  }

  public DriverState availableForJobs(boolean now) {
    return new DriverState(driverId, transporterId, vehicleType, now, onJob, track, version + 1);
  }

  /** Now with a job, or without one. */
  public DriverState onJob(boolean now) {
    return new DriverState(
        driverId, transporterId, vehicleType, available, now, track, version + 1);
  }

  /** Whether jobs are offered to it. */
  public boolean isFree() {
    return available && !onJob;
  }
}
