package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleType;

/** A booking that a transporter won and sends a truck for. */
public record WonBooking(
    BookingId id,
    UserId customerId,
    TransporterId transporterId,
    VehicleType vehicleType,
    boolean cancelled) {

  boolean isWonBy(TransporterId transporter) {
    return transporter.equals(transporterId);
  }
}
