package com.weelo.dispatch.booking.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;
import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.OPS;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.booking.history.BookingHistory;
import com.weelo.dispatch.booking.history.HistoryEntry;
import com.weelo.dispatch.booking.lifecycle.ReadingBookings;
import com.weelo.dispatch.booking.matching.Candidate;
import com.weelo.dispatch.booking.matching.LedgerEntry;
import com.weelo.dispatch.booking.matching.Wave.Outcome;
import com.weelo.dispatch.booking.matching.WaveLedger;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.RefusedWith;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was recorded about a booking: what happened, and why whom it was offered to. */
@RestController
@RequestMapping("/api/v1/bookings/{id}")
class RecordsController {

  private final ReadingBookings reading;
  private final BookingHistory history;
  private final WaveLedger ledger;

  RecordsController(ReadingBookings reading, BookingHistory history, WaveLedger ledger) {
    this.reading = reading;
    this.history = history;
    this.ledger = ledger;
  }

  record Timeline(BookingId bookingId, List<HistoryEntry> events) {}

  record Decisions(BookingId bookingId, List<WaveBody> waves) {}

  /**
   * A wave as ops see it.
   *
   * @param candidates everybody considered, nearest first
   */
  record WaveBody(
      int wave, Instant decidedAt, long radiusMeters, Outcome outcome, List<Candidate> candidates) {

    static WaveBody of(LedgerEntry entry) {
      var wave = entry.wave();
      return new WaveBody(
          wave.number(), entry.decidedAt(), wave.radiusMeters(), wave.outcome(), wave.candidates());
    }
  }

  /**
   * What happened to a booking, in order.
   *
   * @param id the booking's
   */
  @GetMapping("/timeline")
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  @RefusedWith("NOT_FOUND")
  Timeline getTimeline(@PathVariable BookingId id, Caller caller) {
    var booking = reading.byId(id, caller);
    return new Timeline(id, history.of(booking.id()));
  }

  /**
   * Who was offered a booking or passed over in each wave, and why.
   *
   * @param id the booking's
   */
  @GetMapping("/decisions")
  @AllowedRoles(OPS)
  @RefusedWith("NOT_FOUND")
  Decisions getDecisions(@PathVariable BookingId id, Caller caller) {
    var booking = reading.byId(id, caller);
    return new Decisions(id, ledger.of(booking.id()).stream().map(WaveBody::of).toList());
  }
}
