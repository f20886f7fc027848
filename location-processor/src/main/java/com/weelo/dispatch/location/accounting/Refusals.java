package com.weelo.dispatch.location.accounting;

import com.weelo.dispatch.location.cleaning.Outcome;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Fixes refused at the door: received, and invalid. They are counted in memory, since the door does
 * not wait for the database, and written down every second. A crash loses at most that second's, on
 * both sides of the account.
 */
@Component
public class Refusals {

  private static final Logger log = LoggerFactory.getLogger(Refusals.class);

  private final Accounts accounts;
  private final FixMetrics metrics;
  private final LongAdder pending = new LongAdder();

  Refusals(Accounts accounts, FixMetrics metrics) {
    this.accounts = accounts;
    this.metrics = metrics;
  }

  public void count(int fixes) {
    pending.add(fixes);
  }

  /** When this returns, all that was counted before is written down: one at a time. */
  @PreDestroy
  @Scheduled(fixedDelay = 1_000)
  public synchronized void writeDown() {
    var fixes = pending.sumThenReset();
    if (fixes == 0) {
      return;
    }
    try {
      var tally = new Tally();
      tally.add(Outcome.INVALID, fixes);
      accounts.add(Accounts.DOOR, tally);
      metrics.count(tally);
    } catch (DataAccessException | TransactionException e) {
      pending.add(fixes);
      log.warn("{} refused fixes not written down yet: {}", fixes, e.getMessage());
    }
  }
}
