package com.weelo.dispatch.order.orders;

import java.time.Instant;
import java.util.Optional;

/** What transporters have reserved of a locked order. Its requests are open again afterwards. */
public interface ActiveHolds {

  /** Why a hold ended without being confirmed. */
  enum Reason {
    /** Its time was up. */
    EXPIRED,
    /** The transporter gave it back. */
    GIVEN_BACK,
    ORDER_CANCELLED,
    ORDER_EXPIRED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Releases all of them. */
  void releaseAll(Order order, Reason reason, Instant now);

  /** Releases those whose time is up. */
  void releaseExpired(Order order, Instant now);

  /** When the next of them ends. */
  Optional<Instant> endOfNext(Order order);
}
