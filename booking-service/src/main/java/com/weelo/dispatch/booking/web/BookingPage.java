package com.weelo.dispatch.booking.web;

import com.weelo.dispatch.booking.lifecycle.Booking;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some bookings, newest first.
 *
 * @param nextCursor gives the next page; absent on the last one
 */
record BookingPage(List<BookingBody> bookings, @Nullable String nextCursor) {

  /**
   * @param found more than the limit where there is a next page
   */
  static BookingPage of(List<Booking> found, int limit, Instant now) {
    var page = found.subList(0, Math.min(limit, found.size()));
    return new BookingPage(
        page.stream().map(booking -> BookingBody.of(booking, now)).toList(),
        found.size() > limit ? Cursor.encode(page.getLast().id()) : null);
  }
}
