package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.security.Caller;
import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.domain.Specification;

/** Which bookings a list is to hold. */
final class BookingFilters {

  private static final List<BookingStatus> ACTIVE_ONCE_WON =
      List.of(BookingStatus.ACCEPTED, BookingStatus.ASSIGNED, BookingStatus.IN_PROGRESS);

  private BookingFilters() {}

  /** Those that the caller has to do with; as {@link Booking#partyOf}. */
  static Specification<Booking> of(Caller caller) {
    return switch (caller.role()) {
      case CUSTOMER -> has("customerId", caller.userId().value());
      case TRANSPORTER, DRIVER -> has("transporterId", caller.transporterId().value());
      case OPS -> Specification.unrestricted();
    };
  }

  static Specification<Booking> active(Instant now) {
    return inStatus(BookingStatus.SEARCHING, now)
        .or((booking, query, criteria) -> booking.get("status").in(ACTIVE_ONCE_WON));
  }

  /** As {@link Booking#statusAt}: one whose time is up is expired, swept or not. */
  static Specification<Booking> inStatus(BookingStatus status, Instant now) {
    return switch (status) {
      case SEARCHING -> has("status", status).and(inTime(now));
      case EXPIRED ->
          has("status", status)
              .or(has("status", BookingStatus.SEARCHING).and(Specification.not(inTime(now))));
      case ACCEPTED, ASSIGNED, IN_PROGRESS, COMPLETED, CANCELLED -> has("status", status);
    };
  }

  /** Ids are sorted by time. */
  static Specification<Booking> before(BookingId id) {
    return (booking, query, criteria) -> criteria.lessThan(booking.get("id"), id.value());
  }

  private static Specification<Booking> inTime(Instant now) {
    return (booking, query, criteria) ->
        criteria.greaterThan(booking.get("search").get("expiresAt"), now);
  }

  private static Specification<Booking> has(String attribute, Object value) {
    return (booking, query, criteria) -> criteria.equal(booking.get(attribute), value);
  }
}
