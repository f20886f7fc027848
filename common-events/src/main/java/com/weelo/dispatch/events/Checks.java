package com.weelo.dispatch.events;

import org.jspecify.annotations.Nullable;

/** The conditions that values of the contract share. Each throws IllegalArgumentException. */
final class Checks {

  private static final int LONGEST_ID = 128;

  private Checks() {}

  static void id(String value) {
    if (value.isBlank() || value.length() > LONGEST_ID) {
      throw new IllegalArgumentException("an id has 1 to " + LONGEST_ID + " characters");
    }
  }

  /** The id of the booking or order that something belongs to: of exactly one of them. */
  static String oneOwner(@Nullable BookingId booking, @Nullable OrderId order) {
    if (booking != null && order == null) {
      return booking.value();
    }
    if (order != null && booking == null) {
      return order.value();
    }
    throw new IllegalArgumentException("belongs to one booking or one order");
  }

  static void within(String name, double value, double min, double max) {
    // Written so that NaN fails too.
    if (!(value >= min && value <= max)) {
      throw new IllegalArgumentException(name + " must be between " + min + " and " + max);
    }
  }

  static void atLeast(String name, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(name + " must be at least " + min);
    }
  }
}
