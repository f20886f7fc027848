package com.weelo.dispatch.booking.web;

import com.weelo.dispatch.booking.lifecycle.Booking;
import com.weelo.dispatch.booking.lifecycle.BookingStatus;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking as clients see it.
 *
 * @param wave the latest wave of offers
 * @param offeredTo how many transporters were offered it so far
 * @param endedAt when it was completed, cancelled or expired
 */
record BookingBody(
    BookingId bookingId,
    BookingStatus status,
    UserId customerId,
    VehicleType vehicleType,
    Place pickup,
    Place dropoff,
    Money price,
    @Nullable String goods,
    Instant createdAt,
    Instant expiresAt,
    int wave,
    int offeredTo,
    @Nullable TransporterId transporterId,
    @Nullable DriverId driverId,
    @Nullable Instant acceptedAt,
    @Nullable Instant endedAt,
    @Nullable String cancelledBy,
    @Nullable String cancelReason) {

  static BookingBody of(Booking booking, Instant now) {
    var status = booking.statusAt(now);
    return new BookingBody(
        booking.id(),
        status,
        booking.customerId(),
        booking.vehicleType(),
        booking.pickup(),
        booking.dropoff(),
        booking.price(),
        booking.goods().orElse(null),
        booking.createdAt(),
        booking.expiresAt(),
        booking.wave(),
        booking.offeredTo().size(),
        booking.transporterId().orElse(null),
        booking.driverId().orElse(null),
        booking.acceptedAt().orElse(null),
        status == BookingStatus.EXPIRED ? booking.expiresAt() : booking.endedAt().orElse(null),
        booking.cancelledBy().orElse(null),
        booking.cancelReason().orElse(null));
  }
}
