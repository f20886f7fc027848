package com.weelo.dispatch.order.assignments;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TruckRequestId;
import com.weelo.dispatch.events.UserId;

/** What a truck is sent for. */
public sealed interface Job {

  /** Whose goods it carries. */
  UserId customerId();

  /** A booking, which wants one truck. */
  record OfBooking(BookingId bookingId, UserId customerId) implements Job {}

  /** One truck of an order's. */
  record OfOrder(OrderId orderId, TruckRequestId truckRequestId, UserId customerId)
      implements Job {}
}
