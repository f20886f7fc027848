package com.weelo.dispatch.order.orders;

/** Who may call an order off, and until when. */
final class CancelPolicy {

  private CancelPolicy() {}

  enum Answer {
    CANCEL,
    /** It is what the caller wants already. */
    ALREADY_CANCELLED,
    TOO_LATE
  }

  /**
   * Once a truck has set off only ops can call the order off.
   *
   * @param onTheRoad whether any of its trucks has set off
   */
  static Answer answer(Party by, OrderStatus status, boolean onTheRoad) {
    return switch (status) {
      case PROCESSING, SEARCHING, PARTIALLY_FILLED, FILLED, CONFIRMED ->
          onTheRoad && by != Party.OPS ? Answer.TOO_LATE : Answer.CANCEL;
      case COMPLETED, EXPIRED -> Answer.TOO_LATE;
      case CANCELLED -> Answer.ALREADY_CANCELLED;
    };
  }
}
