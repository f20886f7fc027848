package com.weelo.dispatch.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to the truck requests of an order. Keyed by order. */
public sealed interface TruckRequestEvent extends DomainEvent {

  OrderId orderId();

  @Override
  default String key() {
    return orderId().value();
  }

  /**
   * The open requests of one kind were put before a wave of transporters.
   *
   * @param open how many trucks of the kind are still wanted
   * @param wave counts from 1
   * @param offers this wave's only, nearest first
   */
  @EventType("truck.request.broadcast")
  record Broadcast(
      OrderId orderId,
      UserId customerId,
      VehicleType vehicleType,
      @Nullable String vehicleSubtype,
      int open,
      Place pickup,
      Place dropoff,
      Money pricePerTruck,
      Instant expiresAt,
      int wave,
      List<Offer> offers)
      implements TruckRequestEvent {
    public Broadcast {
      Checks.atLeast("wave", wave, 1);
      offers = List.copyOf(offers);
    }

    /** Whom this wave reaches, nearest first; derived from the offers for readers of the topic. */
    @JsonProperty("transporterIds")
    public List<TransporterId> transporterIds() {
      return offers.stream().map(Offer::transporterId).toList();
    }
  }

  /** A transporter confirmed a vehicle and driver for one truck. */
  @EventType("truck.request.accepted")
  record Accepted(
      OrderId orderId,
      UserId customerId,
      TruckRequestId truckRequestId,
      VehicleType vehicleType,
      TransporterId transporterId,
      VehicleId vehicleId,
      DriverId driverId,
      Instant acceptedAt)
      implements TruckRequestEvent {}

  /** Every truck of one kind was found. */
  @EventType("truck.request.filled")
  record Filled(
      OrderId orderId,
      UserId customerId,
      VehicleType vehicleType,
      int quantity,
      List<TransporterId> withdrawnFrom)
      implements TruckRequestEvent {
    public Filled {
      withdrawnFrom = List.copyOf(withdrawnFrom);
    }
  }

  /** A transporter reserved requests for its vehicles for a short time. */
  @EventType("truck.hold.reserved")
  record HoldReserved(
      OrderId orderId,
      HoldId holdId,
      TransporterId transporterId,
      VehicleType vehicleType,
      List<VehicleId> vehicleIds,
      Instant expiresAt)
      implements TruckRequestEvent {
    public HoldReserved {
      vehicleIds = List.copyOf(vehicleIds);
    }
  }

  /** A hold ended without being confirmed; its requests are open again. */
  @EventType("truck.hold.released")
  record HoldReleased(
      OrderId orderId,
      HoldId holdId,
      TransporterId transporterId,
      VehicleType vehicleType,
      int trucks,
      String reason)
      implements TruckRequestEvent {}
}
