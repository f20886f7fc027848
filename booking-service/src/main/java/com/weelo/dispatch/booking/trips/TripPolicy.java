package com.weelo.dispatch.booking.trips;

import com.weelo.dispatch.booking.lifecycle.BookingStatus;
import com.weelo.dispatch.events.TripStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a booking's trips make of it; the same whatever order their events came in. */
final class TripPolicy {

  private TripPolicy() {}

  /**
   * The trip that counts: the furthest of those not cancelled, of which there is one in the end.
   */
  static Optional<Trip> current(Collection<Trip> trips) {
    return trips.stream()
        .filter(trip -> trip.status() != TripStatus.CANCELLED)
        .max(Comparator.comparing(Trip::status));
  }

  static BookingStatus bookingStatus(TripStatus status) {
    return switch (status) {
      case ASSIGNED -> BookingStatus.ASSIGNED;
      case EN_ROUTE, ARRIVED, LOADED, IN_TRANSIT -> BookingStatus.IN_PROGRESS;
      case DELIVERED -> BookingStatus.COMPLETED;
      case CANCELLED -> BookingStatus.ACCEPTED;
    };
  }
}
