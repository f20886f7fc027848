package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.TripStatus;

/** Which step a trip may take: the next one, or none more. */
final class TripPolicy {

  private TripPolicy() {}

  /** A trip may be called off until it has delivered: trucks break down on the road, too. */
  static boolean allows(TripStatus from, TripStatus to) {
    return switch (from) {
      case ASSIGNED -> to == TripStatus.EN_ROUTE || to == TripStatus.CANCELLED;
      case EN_ROUTE -> to == TripStatus.ARRIVED || to == TripStatus.CANCELLED;
      case ARRIVED -> to == TripStatus.LOADED || to == TripStatus.CANCELLED;
      case LOADED -> to == TripStatus.IN_TRANSIT || to == TripStatus.CANCELLED;
      case IN_TRANSIT -> to == TripStatus.DELIVERED || to == TripStatus.CANCELLED;
      case DELIVERED, CANCELLED -> false;
    };
  }

  /** Whether vehicle and driver are free again. */
  static boolean isOver(TripStatus status) {
    return status == TripStatus.DELIVERED || status == TripStatus.CANCELLED;
  }
}
