package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Bookings for those who have to do with them; to strangers they do not exist. */
@Service
@Transactional(readOnly = true)
public class ReadingBookings {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");

  private final Bookings bookings;
  private final Clock clock;

  ReadingBookings(Bookings bookings, Clock clock) {
    this.bookings = bookings;
    this.clock = clock;
  }

  /**
   * @throws Problem 404 where there is none, or the caller has nothing to do with it
   */
  public Booking byId(BookingId id, Caller caller) {
    return bookings
        .findById(id.value())
        .filter(booking -> booking.partyOf(caller).isPresent())
        .orElseThrow(() -> Problem.notFound("booking"));
  }

  /**
   * The caller's active booking, the newest of several.
   *
   * @throws Problem 404 where there is none
   */
  public Booking active(Caller caller) {
    return newest(BookingFilters.of(caller).and(BookingFilters.active(clock.instant())), 1).stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("active booking"));
  }

  /**
   * The caller's bookings, newest first.
   *
   * @param older only those made before this one
   */
  public List<Booking> list(
      Caller caller, Optional<BookingStatus> status, Optional<BookingId> older, int limit) {
    var now = clock.instant();
    var filter = BookingFilters.of(caller);
    filter =
        status.map(wanted -> BookingFilters.inStatus(wanted, now)).map(filter::and).orElse(filter);
    filter = older.map(BookingFilters::before).map(filter::and).orElse(filter);
    return newest(filter, limit);
  }

  private List<Booking> newest(Specification<Booking> filter, int limit) {
    return bookings.findBy(filter, query -> query.sortBy(NEWEST_FIRST).limit(limit).all());
  }
}
