package com.weelo.dispatch.broadcast.frames;

import com.fasterxml.jackson.annotation.JsonValue;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in a frame's {@code data}, by the frame's type. Distances are in metres. */
public sealed interface FrameData {

  FrameType type();

  /**
   * An offer.
   *
   * @param distanceMeters from the captain to the pick-up
   * @param tripDistanceMeters from the pick-up to the drop, as the crow flies
   * @param wave counts from 1
   */
  record NewBroadcast(
      BookingId bookingId,
      VehicleType vehicleType,
      Place pickup,
      Place dropoff,
      Money price,
      long distanceMeters,
      long tripDistanceMeters,
      int wave,
      Instant expiresAt)
      implements FrameData {
    @Override
    public FrameType type() {
      return FrameType.NEW_BROADCAST;
    }
  }

  /** An offer is void. */
  record BroadcastWithdrawn(BookingId bookingId, Reason reason) implements FrameData {

    /** Why an offer is void. */
    public enum Reason {
      TAKEN,
      CANCELLED,
      EXPIRED;

      @JsonValue
      public String code() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    @Override
    public FrameType type() {
      return FrameType.BROADCAST_WITHDRAWN;
    }
  }

  /**
   * A booking took a step.
   *
   * @param version counts the booking's changes: the frame with the highest tells how it stands
   * @param at when it took it
   */
  record BookingUpdated(
      BookingId bookingId,
      String status,
      @Nullable Long version,
      @Nullable TransporterId transporterId,
      @Nullable DriverId driverId,
      @Nullable String cancelledBy,
      @Nullable String reason,
      Instant at)
      implements FrameData {
    @Override
    public FrameType type() {
      return FrameType.BOOKING_UPDATED;
    }
  }

  /**
   * A vehicle and driver were put on a job, or took a step of the trip.
   *
   * @param version counts the assignment's changes
   * @param at when it took it
   */
  record AssignmentUpdated(
      AssignmentId assignmentId,
      @Nullable BookingId bookingId,
      @Nullable OrderId orderId,
      @Nullable TruckRequestId truckRequestId,
      TransporterId transporterId,
      VehicleId vehicleId,
      VehicleType vehicleType,
      DriverId driverId,
      TripStatus status,
      @Nullable Long version,
      Instant at)
      implements FrameData {
    @Override
    public FrameType type() {
      return FrameType.ASSIGNMENT_UPDATED;
    }
  }

  /**
   * The driver of a watched job moved.
   *
   * @param speed km/h
   * @param bearing degrees clockwise from north
   * @param accuracy radius of uncertainty in metres
   */
  record LocationUpdated(
      @Nullable String bookingId,
      @Nullable String orderId,
      DriverId driverId,
      double latitude,
      double longitude,
      @Nullable Double speed,
      @Nullable Double bearing,
      @Nullable Double accuracy,
      Instant recordedAt)
      implements FrameData {
    @Override
    public FrameType type() {
      return FrameType.LOCATION_UPDATED;
    }
  }
}
