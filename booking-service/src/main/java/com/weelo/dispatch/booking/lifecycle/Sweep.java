package com.weelo.dispatch.booking.lifecycle;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.booking.matching.Matching;
import com.weelo.dispatch.booking.matching.Wave;
import com.weelo.dispatch.booking.matching.WaveLedger;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.platform.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends out the waves that are due, and ends the searches whose time is up. */
@Service
class Sweep {

  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  /** Bookings to a transaction: few, for a captain's acceptance may wait for their locks. */
  private static final int BATCH = 20;

  private final Bookings bookings;
  private final Matching matching;
  private final WaveLedger ledger;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final SearchTimes times;
  private final Clock clock;
  private final Timer lateness;

  Sweep(
      Bookings bookings,
      Matching matching,
      WaveLedger ledger,
      Outbox outbox,
      PlatformTransactionManager transactions,
      SearchTimes times,
      Clock clock,
      MeterRegistry registry) {
    this.bookings = bookings;
    this.matching = matching;
    this.ledger = ledger;
    this.outbox = outbox;
    this.transactions = new TransactionTemplate(transactions);
    this.times = times;
    this.clock = clock;
    this.lateness =
        Timer.builder("dispatch.booking.sweep.lateness")
            .description("How long after their time waves and expiries are swept")
            .register(registry);
  }

  /** Handles everything that is due. Several instances may sweep at once. */
  void run() {
    List<Booking> due;
    do {
      due = bookings.due(clock.instant(), BATCH);
    } while (advance(due) > 0 && due.size() == BATCH);
  }

  /**
   * @return how many bookings were changed
   */
  private int advance(List<Booking> due) {
    if (due.isEmpty()) {
      return 0;
    }
    // Decided before the transaction: nothing waits for Redis while it holds locks.
    var waves = due.stream().collect(toMap(Booking::id, this::nextWave));
    try {
      return Objects.requireNonNull(transactions.execute(status -> advance(waves)));
    } catch (RuntimeException e) {
      if (due.size() == 1) {
        log.warn("Booking {} could not be advanced", due.getFirst().id(), e);
        return 0;
      }
      // One that fails must not hold up the others.
      return due.stream().map(List::of).mapToInt(this::advance).sum();
    }
  }

  private Wave nextWave(Booking booking) {
    return matching.wave(
        booking.wave() + 1, booking.pickup().point(), booking.vehicleType(), booking.offeredTo());
  }

  private int advance(Map<BookingId, Wave> waves) {
    var now = clock.instant();
    var ids = waves.keySet().stream().map(BookingId::value).toList();
    var locked = bookings.lockDue(ids, now);
    for (var booking : locked) {
      lateness.record(Duration.between(booking.search().nextWaveAt(), now));
      advance(booking, waves.get(booking.id()), now);
    }
    return locked.size();
  }

  private void advance(Booking booking, @Nullable Wave wave, Instant now) {
    if (booking.statusAt(now) == BookingStatus.EXPIRED) {
      outbox.publish(booking.expire(), booking.version());
    } else if (wave != null && wave.number() == booking.wave() + 1) {
      ledger.append(booking.id(), wave, now);
      booking
          .broadcast(wave, now, times.waveInterval())
          .ifPresent(event -> outbox.publish(event, booking.version()));
    }
  }
}
