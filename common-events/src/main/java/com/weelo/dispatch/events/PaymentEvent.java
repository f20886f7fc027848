package com.weelo.dispatch.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to payments. Keyed by the booking or order that was paid for. */
public sealed interface PaymentEvent extends DomainEvent {

  /** A payment was recorded, for one booking or one order. */
  @EventType("payment.completed")
  record Completed(
      PaymentId paymentId,
      @Nullable BookingId bookingId,
      @Nullable OrderId orderId,
      UserId customerId,
      Money amount,
      String method,
      Instant paidAt)
      implements PaymentEvent {
    public Completed {
      Checks.oneOwner(bookingId, orderId);
    }

    @Override
    public String key() {
      return Checks.oneOwner(bookingId, orderId);
    }
  }
}
