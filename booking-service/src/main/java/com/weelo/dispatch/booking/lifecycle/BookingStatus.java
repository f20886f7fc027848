package com.weelo.dispatch.booking.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a booking has come. */
public enum BookingStatus {
  SEARCHING,
  ACCEPTED,
  ASSIGNED,
  IN_PROGRESS,
  COMPLETED,
  EXPIRED,
  CANCELLED;

  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BookingStatus> ofCode(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findAny();
  }
}
