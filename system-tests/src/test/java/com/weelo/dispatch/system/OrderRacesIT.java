package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customers order many trucks at once, and 60 transporters whose fleets overlap race for them:
 * reserve, confirm, give back, forget, drive, break down; and order-service, of which two instances
 * run, is killed on the way. Whatever comes of each order, the books are in order.
 *
 * <p>By default there are 30 orders, one seed and one kill. The whole, which takes a quarter of an
 * hour, and the same in peace:
 *
 * <pre>
 * -Ddispatch.test.orders=500 -Ddispatch.test.seeds=5 -Ddispatch.test.kills=3
 * -Ddispatch.test.orders=500 -Ddispatch.test.seeds=5 -Ddispatch.test.kills=0 -Ddispatch.test.instances=1
 * </pre>
 */
@SystemTest
class OrderRacesIT {

  private static final Logger log = LoggerFactory.getLogger(OrderRacesIT.class);

  /** Many times what an order has, for trips that are still on their way. */
  private static final Duration TIME_TO_SETTLE = Duration.ofMinutes(10);

  private final RunningSuite suite;
  private final RaceSize size = RaceSize.ofThisRun();
  private final Tally figures = new Tally();

  OrderRacesIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void everyOrderIsFilledAsItsPolicySaysAndNothingIsOnTwoJobs() {
    var begin = System.nanoTime();
    try (var instances = OrderInstances.hurried(suite, size.instances())) {
      for (var seed = 1; seed <= size.seeds(); seed++) {
        race(seed, instances);
      }
      figures.add("seconds", Duration.ofNanos(System.nanoTime() - begin).toSeconds());
      log.info("{}: {}", size, figures);
      assertThat(suite.violations(null)).isEmpty();
    }
  }

  private void race(long seed, OrderInstances instances) {
    var city = suite.city();
    var calls = new OrderCalls(suite.client(), instances.ports());
    var race = new OrderRace(suite, city, calls, seed);
    var tables = new OrderTables(suite.ports(), city);
    try (var topics = suite.probe(OrderTopics.NAMES)) {
      var fleets = new SharedFleets(city, seed).register(suite, calls);
      new Scouts(suite, city, seed).sendOut(fleets);
      fleets.forEach(fleet -> new Haulier(race, fleet).keepLooking());

      log.info("Seed {}: {} transporters are waiting", seed, fleets.size());
      order(race, seed, instances);
      log.info("Seed {}: all orders are placed", seed);

      await("nobody searches any more").atMost(TIME_TO_SETTLE).until(tables::isSettled);
      race.open().set(false);
      await("everybody has come home")
          .atMost(TIME_TO_SETTLE)
          .until(() -> calls.open() == 0 && race.trips().get() == 0 && tables.isSettled());

      assertThat(calls.complaints()).as("seed %d", seed).isEmpty();
      assertThat(new OrderLedger(tables, race.told()).violations(topics))
          .as("seed %d", seed)
          .isEmpty();
      assertThat(race.told().orders()).hasSize(size.orders());
    }
    tables.figures().forEach(figures::add);
    figures.addAll(calls.answers());
  }

  /** Places all orders, one after another, and kills on the way. */
  private void order(OrderRace race, long seed, OrderInstances instances) {
    var customers = new OrderingCustomers(race, seed);
    var told = race.told().orders();
    var left = new AtomicInteger(size.orders());
    var clock =
        suite
            .client()
            .runEvery(
                RaceSize.BETWEEN_ORDERS,
                () -> {
                  if (left.get() > 0 && !race.calls().areQueueing()) {
                    left.decrementAndGet();
                    customers.order();
                  }
                });
    for (var kill = 1; kill <= size.kills(); kill++) {
      var share = size.orders() * kill / (size.kills() + 1);
      await(share + " orders").atMost(SystemTest.PATIENCE).until(() -> told.size() >= share);
      instances.killAndStart();
      figures.add("kills");
    }
    await("all orders").atMost(SystemTest.PATIENCE).until(() -> told.size() == size.orders());
    clock.cancel(false);
  }
}
