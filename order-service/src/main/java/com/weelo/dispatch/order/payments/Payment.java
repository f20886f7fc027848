package com.weelo.dispatch.order.payments;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.PaymentId;
import com.weelo.dispatch.events.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money that was paid for a booking or an order.
 *
 * @param bookingId of this and {@code orderId} one is null
 * @param recordedBy the customer, or whoever of ops wrote it down
 */
public record Payment(
    PaymentId id,
    @Nullable BookingId bookingId,
    @Nullable OrderId orderId,
    UserId customerId,
    UserId recordedBy,
    Money amount,
    String method,
    Instant paidAt) {

  PaymentEvent.Completed completed() {
    return new PaymentEvent.Completed(id, bookingId, orderId, customerId, amount, method, paidAt);
  }
}
