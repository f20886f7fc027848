package com.weelo.dispatch.location.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.location.accounting.Accounts;
import com.weelo.dispatch.location.accounting.Refusals;
import com.weelo.dispatch.location.accounting.Tally;
import com.weelo.dispatch.location.cleaning.Outcome;
import com.weelo.dispatch.location.testing.LocationTopics;
import com.weelo.dispatch.platform.consuming.Received;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.Redis;
import com.weelo.dispatch.testing.StoresTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The handler as Kafka's consumers call it, several at once, on whatever order chance brings. */
@StoresTest(database = "location")
class ProcessingFixesIT {

  @Autowired ProcessingFixes processing;
  @Autowired Accounts accounts;
  @Autowired Refusals refusals;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transactions;
  @Autowired Redis redis;

  @BeforeEach
  void nothingElseIsUnderWay() {
    new LocationTopics(jdbc).awaitRead();
    refusals.writeDown(); // those of tests before, that wait in memory
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whatever_comes_in_whatever_order_every_fix_has_one_outcome(long seed) {
    var roads = RandomRoads.withSpikes(seed);
    var drivers = roads.drivers(20);
    var reports = roads.reports(drivers);
    var before = accounts.total();

    processByConcurrentConsumers(reports, new Random(seed));

    var after = accounts.total();
    assertThat(after.received() - before.received()).isEqualTo(fixesIn(reports));
    assertThat(kept(after) - kept(before)).isEqualTo(historyOf(drivers));
    assertThat(after.of(Outcome.INDEXED)).isGreaterThan(before.of(Outcome.INDEXED));
    assertThat(Outcome.DROPPED)
        .allSatisfy(outcome -> assertThat(after.of(outcome)).isGreaterThan(before.of(outcome)));
    assertThat(drivers).allSatisfy(this::isIndexedWhereItWasLast);
  }

  @Test
  void the_same_records_again_change_nothing_but_the_count_of_duplicates() {
    var roads = RandomRoads.withoutSpikes(7);
    var drivers = roads.drivers(10);
    var reports = roads.reports(drivers);
    processByConcurrentConsumers(reports, new Random(7));
    var history = historyOf(drivers);
    var before = accounts.total();

    processByConcurrentConsumers(reports, new Random(8));

    var after = accounts.total();
    assertThat(historyOf(drivers)).isEqualTo(history);
    assertThat(after.of(Outcome.INDEXED)).isEqualTo(before.of(Outcome.INDEXED));
    assertThat(after.of(Outcome.STORED)).isEqualTo(before.of(Outcome.STORED));
    assertThat(after.received() - before.received()).isEqualTo(fixesIn(reports));
    assertThat(drivers).allSatisfy(this::isIndexedWhereItWasLast);
  }

  @Test
  void a_buffer_polled_with_the_live_fix_that_overtook_it_is_judged_before_it() {
    var road = RandomRoads.withoutSpikes(3).inOrderOfTime();
    var overtaken = List.of(road.getLast(), road.getFirst(), road.get(1));
    var before = accounts.total();

    transactions.executeWithoutResult(status -> processing.handle(overtaken));

    var after = accounts.total();
    assertThat(after.of(Outcome.INDEXED) - before.of(Outcome.INDEXED)).isEqualTo(3);
    assertThat(after.of(Outcome.STORED)).isEqualTo(before.of(Outcome.STORED));
  }

  @Test
  void a_batch_that_is_rolled_back_leaves_no_trace() {
    var roads = RandomRoads.withSpikes(11);
    var drivers = roads.drivers(3);
    var reports = roads.reports(drivers);
    var before = accounts.total();

    transactions.executeWithoutResult(status -> {
      processing.handle(reports);
      status.setRollbackOnly();
    });

    assertThat(historyOf(drivers)).isZero();
    assertThat(accounts.total().received()).isEqualTo(before.received());
    assertThat(seen(drivers.getFirst())).isNull();
  }

  /** In batches of random size, by four consumers that know nothing of each other. */
  private void processByConcurrentConsumers(List<Received<LocationEvent>> reports, Random random) {
    try (var consumers = Executors.newFixedThreadPool(4)) {
      var batches = new ArrayList<Future<?>>();
      for (var from = 0; from < reports.size(); ) {
        var to = Math.min(reports.size(), from + 1 + random.nextInt(60));
        var batch = reports.subList(from, to);
        batches.add(
            consumers.submit(
                () -> transactions.executeWithoutResult(status -> processing.handle(batch))));
        from = to;
      }
      for (var batch : batches) {
        await().until(batch::isDone);
        assertThat(batch).succeedsWithin(Duration.ZERO);
      }
    }
  }

  private static long fixesIn(List<Received<LocationEvent>> reports) {
    return reports.stream().mapToLong(report -> report.event().data().reported().size()).sum();
  }

  private static long kept(Tally tally) {
    return tally.of(Outcome.INDEXED) + tally.of(Outcome.STORED);
  }

  private int historyOf(List<DriverId> drivers) {
    var rows =
        jdbc.queryForObject(
            "SELECT count(*) FROM positions WHERE driver_id = ANY (?)",
            Integer.class,
            (Object) drivers.stream().map(DriverId::value).toArray(String[]::new));
    return rows == null ? 0 : rows;
  }

  /** State, history and index agree. */
  private void isIndexedWhereItWasLast(DriverId driver) {
    var agreeing =
        jdbc.queryForObject(
            """
            SELECT extract(epoch FROM s.recorded_at) * 1000 FROM driver_states s
            JOIN positions p USING (driver_id, recorded_at, latitude, longitude)
            WHERE driver_id = ? AND NOT EXISTS
              (SELECT FROM positions q WHERE q.driver_id = p.driver_id
               AND q.recorded_at > p.recorded_at)
            """,
            Double.class,
            driver.value());
    assertThat(seen(driver)).isEqualTo(agreeing);
  }

  private @Nullable Double seen(DriverId driver) {
    return redis.call(r -> r.zscore(GeoIndexKeys.SEEN, driver.value()));
  }
}
