package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a booking. Keyed by booking; versions count the booking's changes from 1. */
public sealed interface BookingEvent extends DomainEvent {

  BookingId bookingId();

  UserId customerId();

  @Override
  default String key() {
    return bookingId().value();
  }

  /** An event that puts a wave of offers before transporters. */
  sealed interface Offered extends BookingEvent {
    VehicleType vehicleType();

    Place pickup();

    Place dropoff();

    Money price();

    Instant expiresAt();

    /** Counts from 1. */
    int wave();

    /** This wave's offers only, nearest first. */
    List<Offer> offers();

    /** Whom this wave reaches, nearest first; derived from the offers for readers of the topic. */
    @JsonProperty("transporterIds")
    default List<TransporterId> transporterIds() {
      return offers().stream().map(Offer::transporterId).toList();
    }
  }

  /** A booking was made, with its first wave; the wave is empty when nobody was near. */
  @EventType("booking.created")
  record Created(
      BookingId bookingId,
      UserId customerId,
      VehicleType vehicleType,
      Place pickup,
      Place dropoff,
      Money price,
      @Nullable String goods,
      Instant expiresAt,
      int wave,
      List<Offer> offers)
      implements Offered {
    public Created {
      Checks.atLeast("wave", wave, 1);
      offers = List.copyOf(offers);
    }
  }

  /** A later wave reached transporters who had not been offered the booking before. */
  @EventType("booking.rebroadcast")
  record Rebroadcast(
      BookingId bookingId,
      UserId customerId,
      VehicleType vehicleType,
      Place pickup,
      Place dropoff,
      Money price,
      Instant expiresAt,
      int wave,
      List<Offer> offers)
      implements Offered {
    public Rebroadcast {
      Checks.atLeast("wave", wave, 1);
      offers = List.copyOf(offers);
    }
  }

  /**
   * One transporter won.
   *
   * @param driverId the driver through whom the transporter was offered it
   * @param withdrawnFrom the others it was offered to, whose offer is void now
   */
  @EventType("booking.accepted")
  record Accepted(
      BookingId bookingId,
      UserId customerId,
      TransporterId transporterId,
      @Nullable DriverId driverId,
      VehicleType vehicleType,
      Place pickup,
      Place dropoff,
      Money price,
      Instant acceptedAt,
      List<TransporterId> withdrawnFrom)
      implements BookingEvent {
    public Accepted {
      withdrawnFrom = List.copyOf(withdrawnFrom);
    }
  }

  /** Nobody accepted in time. */
  @EventType("booking.expired")
  record Expired(
      BookingId bookingId,
      UserId customerId,
      VehicleType vehicleType,
      Place pickup,
      Instant expiredAt,
      List<TransporterId> withdrawnFrom)
      implements BookingEvent {
    public Expired {
      withdrawnFrom = List.copyOf(withdrawnFrom);
    }
  }

  /**
   * The booking was called off.
   *
   * @param transporterId who had won it, if anyone had
   * @param cancelledBy customer, transporter or ops
   * @param withdrawnFrom the transporters whose offer was still open
   */
  @EventType("booking.cancelled")
  record Cancelled(
      BookingId bookingId,
      UserId customerId,
      @Nullable TransporterId transporterId,
      VehicleType vehicleType,
      String cancelledBy,
      String reason,
      Instant cancelledAt,
      List<TransporterId> withdrawnFrom)
      implements BookingEvent {
    public Cancelled {
      withdrawnFrom = List.copyOf(withdrawnFrom);
    }
  }

  /** The goods were delivered. */
  @EventType("booking.completed")
  record Completed(
      BookingId bookingId,
      UserId customerId,
      TransporterId transporterId,
      @Nullable DriverId driverId,
      VehicleType vehicleType,
      Money price,
      Instant completedAt)
      implements BookingEvent {}
}
