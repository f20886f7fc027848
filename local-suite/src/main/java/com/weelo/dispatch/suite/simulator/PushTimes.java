package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.fcm.ReceivedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Holds the pushes that came against the bookings they tell of. */
public final class PushTimes {

  private PushTimes() {}

  /** Records for each offer of a first wave how long its push took from the booking's request. */
  public static void measure(
      List<ReceivedMessage> pushes, Map<String, Instant> askedAt, Measurements measured) {
    for (var push : pushes) {
      var data = push.json().path("data");
      var asked = askedAt.get(data.path("bookingId").asString(""));
      if (asked != null && data.path("wave").asString("").equals("1")) {
        measured.add(Timing.BOOK_TO_PUSH, Duration.between(asked, push.receivedAt()).toNanos());
      }
    }
  }
}
