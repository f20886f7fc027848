package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.EventEnvelope;
import org.springframework.stereotype.Service;

/** Learns which bookings want a truck, and which want none any more. */
@Service
public class FollowingBookings {

  private final WonBookings bookings;
  private final CancellingAssignments cancelling;

  FollowingBookings(WonBookings bookings, CancellingAssignments cancelling) {
    this.bookings = bookings;
    this.cancelling = cancelling;
  }

  /** Runs in the subscription's transaction. */
  public void accepted(EventEnvelope<BookingEvent.Accepted> envelope) {
    var event = envelope.data();
    bookings.write(
        new WonBooking(
            event.bookingId(),
            event.customerId(),
            event.transporterId(),
            event.vehicleType(),
            false));
  }

  /** Runs in the subscription's transaction; may be heard before the booking was accepted. */
  public void cancelled(EventEnvelope<BookingEvent.Cancelled> envelope) {
    var event = envelope.data();
    var transporter = event.transporterId();
    if (transporter == null) {
      return; // nobody had won it
    }
    bookings.write(
        new WonBooking(
            event.bookingId(), event.customerId(), transporter, event.vehicleType(), true));
    cancelling.cancelAll(event.bookingId(), event.reason());
  }
}
