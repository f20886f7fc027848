package com.weelo.dispatch.notification.sending;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Records what came of claims, as long as they are ours: while the database is away it is tried
 * again, for what is sent and not recorded is sent again.
 */
final class Recording {

  private static final Logger log = LoggerFactory.getLogger(Recording.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final InOneGo<Settlement, Boolean> settling;
  private final SendingMetrics metrics;
  private final Duration lease;
  private final Clock clock;

  Recording(
      InOneGo<Settlement, Boolean> settling, SendingMetrics metrics, Duration lease, Clock clock) {
    this.settling = settling;
    this.metrics = metrics;
    this.lease = lease;
    this.clock = clock;
  }

  void record(Settlement settlement) {
    var until = settlement.claim().at().plus(lease);
    while (true) {
      try {
        count(settlement, settling.ask(settlement));
        return;
      } catch (DataAccessException | TransactionException away) {
        if (!clock.instant().isBefore(until)) {
          throw away;
        }
        log.warn("Result not recorded, to be tried again: {}", away.toString());
        rest();
      }
    }
  }

  private void count(Settlement settlement, boolean ours) {
    if (!ours) {
      return; // whoever has it now counts it
    }
    var outcome = settlement.outcome();
    if (outcome.tried() || outcome.state().isFinal()) {
      metrics.count(outcome);
    }
    if (outcome.state() == DeliveryState.SENT) {
      metrics.sentWithin(Duration.between(settlement.claim().at(), clock.instant()));
    }
  }

  private static void rest() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", e);
    }
  }
}
