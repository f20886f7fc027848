package com.weelo.dispatch.broadcast.frames;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.weelo.dispatch.events.AssignmentId;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.FillState;
import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.NotificationId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in a frame's {@code data}, by the frame's type. Distances are in metres. */
public sealed interface FrameData {

  FrameType type();

  /**
   * An offer: of a booking, or of the trucks of one kind that an order still wants.
   *
   * @param open how many trucks are wanted; an order's only
   * @param price of the booking, or of each truck
   * @param distanceMeters from the captain to the pick-up
   * @param tripDistanceMeters from the pick-up to the drop, as the crow flies
   * @param wave counts from 1
   * @param version counts an order's changes: an offer stands again that is newer than its
   *     withdrawal
   */
  record NewBroadcast(
      @Nullable BookingId bookingId,
      @Nullable OrderId orderId,
      VehicleType vehicleType,
      @Nullable String vehicleSubtype,
      @Nullable Integer open,
      Place pickup,
      Place dropoff,
      Money price,
      long distanceMeters,
      long tripDistanceMeters,
      int wave,
      Instant expiresAt,
      @Nullable Long version)
      implements FrameData {
    @Override
    public FrameType type() {
      return FrameType.NEW_BROADCAST;
    }
  }

  /**
   * Something new in the user's inbox.
   *
   * @param data names what it is about
   */
  record Notification(
      NotificationId notificationId,
      String category,
      String title,
      String body,
      Map<String, String> data,
      Instant createdAt)
      implements FrameData {
    @Override
    public FrameType type() {
      return FrameType.NOTIFICATION;
    }
  }

  /**
   * An offer is void.
   *
   * @param vehicleType where an order's offers of this kind only are
   * @param version counts an order's changes
   */
  record BroadcastWithdrawn(
      @Nullable BookingId bookingId,
      @Nullable OrderId orderId,
      @Nullable VehicleType vehicleType,
      Reason reason,
      @Nullable Long version)
      implements FrameData {

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
   * An order took a step, or another number of its trucks is filled.
   *
   * @param fill as of this step, by vehicle type
   * @param version counts the order's changes: the frame with the highest tells how it stands
   * @param cancelledBy who gave it up, with the step that does
   * @param reason why
   */
  record OrderUpdated(
      OrderId orderId,
      String status,
      String previousStatus,
      List<FillState> fill,
      @Nullable Long version,
      @Nullable String cancelledBy,
      @Nullable String reason,
      Instant changedAt)
      implements FrameData {
    public OrderUpdated {
      fill = List.copyOf(fill);
    }

    @Override
    public FrameType type() {
      return FrameType.ORDER_UPDATED;
    }
  }

  /**
   * Every truck of one kind of an order was found.
   *
   * @param quantity how many that are
   * @param version counts the order's changes
   */
  record TruckRequestFilled(
      OrderId orderId, VehicleType vehicleType, int quantity, @Nullable Long version)
      implements FrameData {
    @Override
    public FrameType type() {
      return FrameType.TRUCK_REQUEST_FILLED;
    }
  }

  /**
   * In the app: what a transporter had reserved is open again.
   *
   * @param reason {@code expired}, {@code order_cancelled} or {@code order_expired}
   */
  record HoldReleased(
      OrderId orderId, HoldId holdId, VehicleType vehicleType, int trucks, String reason)
      implements FrameData {

    /** What the notification is about. */
    @JsonProperty("category")
    public String category() {
      return "hold_released";
    }

    @Override
    public FrameType type() {
      return FrameType.NOTIFICATION;
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
