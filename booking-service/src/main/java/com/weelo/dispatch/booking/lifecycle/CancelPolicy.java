package com.weelo.dispatch.booking.lifecycle;

/** The cancel matrix: who may call a booking off, and until when. */
final class CancelPolicy {

  private CancelPolicy() {}

  enum Answer {
    CANCEL,
    /** It is what the caller wants already. */
    ALREADY_CANCELLED,
    TOO_LATE
  }

  /** Once the trip has begun the goods are on the road: only ops can call it off. */
  static Answer answer(Party by, BookingStatus status) {
    return switch (status) {
      case SEARCHING, ACCEPTED, ASSIGNED -> Answer.CANCEL;
      case IN_PROGRESS -> by == Party.OPS ? Answer.CANCEL : Answer.TOO_LATE;
      case COMPLETED, EXPIRED -> Answer.TOO_LATE;
      case CANCELLED -> Answer.ALREADY_CANCELLED;
    };
  }
}
