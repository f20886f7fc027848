package com.weelo.dispatch.order.waves;

import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.order.orders.ActiveHolds;
import com.weelo.dispatch.order.orders.EndingOrder;
import com.weelo.dispatch.order.orders.Order;
import com.weelo.dispatch.order.orders.OrderStatus;
import com.weelo.dispatch.order.orders.Orders;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Releases the holds whose time is up, sends out the waves that are due, and ends the searches
 * whose time is up. One order to a transaction: what an order's end releases is locked after it,
 * and two orders' vehicles would be locked in no order.
 */
@Service
class Sweep {

  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  private static final int BATCH = 50;

  private final Orders orders;
  private final Matching matching;
  private final Broadcasting broadcasting;
  private final ActiveHolds holds;
  private final EndingOrder ending;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Timer lateness;

  Sweep(
      Orders orders,
      Matching matching,
      Broadcasting broadcasting,
      ActiveHolds holds,
      EndingOrder ending,
      PlatformTransactionManager transactions,
      Clock clock,
      MeterRegistry registry) {
    this.orders = orders;
    this.matching = matching;
    this.broadcasting = broadcasting;
    this.holds = holds;
    this.ending = ending;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
    this.lateness =
        Timer.builder("dispatch.order.sweep.lateness")
            .description("How long after their time waves, holds and deadlines are swept")
            .register(registry);
  }

  /** Handles everything that is due. Several instances may sweep at once. */
  void run() {
    var seen = new HashSet<OrderId>();
    List<Order> due;
    do {
      due = orders.due(clock.instant(), seen, BATCH);
      due.forEach(order -> advance(order, seen));
    } while (due.size() == BATCH);
  }

  /** One that fails, or that another is busy with, is left to the next sweep. */
  private void advance(Order order, Set<OrderId> seen) {
    seen.add(order.id());
    try {
      // Decided before the transaction: nothing waits for Redis while it holds locks.
      var wave = needsWave(order, clock.instant()) ? matching.nextWave(order) : null;
      transactions.executeWithoutResult(status ->
          orders.lockDue(order.id(), clock.instant()).ifPresent(locked -> advance(locked, wave)));
    } catch (RuntimeException e) {
      log.warn("Order {} could not be advanced", order.id(), e);
    }
  }

  private void advance(Order order, @Nullable Wave wave) {
    var now = clock.instant();
    order.dueAt().ifPresent(due -> lateness.record(Duration.between(due, now)));
    if (order.isOverdue(now)) {
      ending.endSearch(order, now);
      return;
    }
    holds.releaseExpired(order, now);
    if (wave != null && needsWave(order, now) && wave.number() == order.wave() + 1) {
      if (order.status() == OrderStatus.PROCESSING) {
        broadcasting.open(order, wave, now);
      } else {
        broadcasting.broadcast(order, wave, now);
      }
    }
    order.lookAgain(holds.endOfNext(order));
    orders.save(order);
  }

  private static boolean needsWave(Order order, Instant now) {
    return !order.isOverdue(now) && !order.nextWaveAt().isAfter(now);
  }
}
