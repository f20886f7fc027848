package com.weelo.dispatch.booking.history;

import com.weelo.dispatch.booking.matching.WaveLedger;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.platform.consuming.Received;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How long transporters take who win. Found out from the events, behind Kafka, where nobody who
 * accepts waits for it.
 */
@Component
class AcceptanceTimes {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final WaveLedger ledger;
  private final Timer offerToAccept;

  AcceptanceTimes(WaveLedger ledger, MeterRegistry registry) {
    this.ledger = ledger;
    this.offerToAccept =
        Timer.builder("dispatch.booking.offer.to.accept")
            .description("From the wave that reached the winner to its acceptance")
            .publishPercentileHistogram()
            .minimumExpectedValue(SHORTEST)
            .maximumExpectedValue(LONGEST)
            .register(registry);
  }

  void record(List<Received<BookingEvent>> batch) {
    for (var received : batch) {
      if (received.event().data() instanceof BookingEvent.Accepted accepted) {
        record(accepted);
      }
    }
  }

  private void record(BookingEvent.Accepted accepted) {
    ledger
        .offeredAt(accepted.bookingId(), accepted.transporterId())
        .ifPresent(
            offered -> offerToAccept.record(Duration.between(offered, accepted.acceptedAt())));
  }
}
