package com.weelo.dispatch.location.processing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.location.accounting.Accounts;
import com.weelo.dispatch.location.accounting.FixMetrics;
import com.weelo.dispatch.location.cleaning.CleaningPolicy;
import com.weelo.dispatch.location.cleaning.FormPolicy;
import com.weelo.dispatch.location.cleaning.Outcome;
import com.weelo.dispatch.location.cleaning.Report;
import com.weelo.dispatch.location.drivers.DriverStates;
import com.weelo.dispatch.location.history.Positions;
import com.weelo.dispatch.location.index.GeoIndex;
import com.weelo.dispatch.platform.consuming.BatchHandler;
import com.weelo.dispatch.platform.consuming.Received;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Judges what a poll brought and writes down what came of it: states, history and accounts in the
 * poll's transaction, then the index.
 *
 * <p>A driver's fixes may come on both topics, and so to two consumers at once: the driver's row
 * decides, locked for as long as the transaction takes.
 */
@Component
public class ProcessingFixes implements BatchHandler<LocationEvent> {

  private final FormPolicy form;
  private final CleaningPolicy cleaning;
  private final DriverStates states;
  private final Positions positions;
  private final Accounts accounts;
  private final GeoIndex index;
  private final FixMetrics metrics;
  private final Clock clock;

  ProcessingFixes(
      FormPolicy form,
      CleaningPolicy cleaning,
      DriverStates states,
      Positions positions,
      Accounts accounts,
      GeoIndex index,
      FixMetrics metrics,
      Clock clock) {
    this.form = form;
    this.cleaning = cleaning;
    this.states = states;
    this.positions = positions;
    this.accounts = accounts;
    this.index = index;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void handle(List<Received<LocationEvent>> batch) {
    var result = judge(reportsOf(batch));
    var stored = positions.store(result.kept());
    result
        .tally()
        .move(Outcome.STORED, Outcome.DUPLICATE, result.tally().of(Outcome.STORED) - stored);
    states.save(result.changed());
    accounts.add(batch.getFirst().partition(), result.tally());
    afterCommit(() -> {
      index.follow(result.moved());
      metrics.indexed(result.moved());
      metrics.count(result.tally());
    });
  }

  private static Stream<Report> reportsOf(List<Received<LocationEvent>> batch) {
    return batch.stream().flatMap(received -> Report.of(received.event().data()));
  }

  private BatchResult judge(Stream<Report> reports) {
    var now = clock.instant();
    var result = new BatchResult(cleaning, now);
    var bySoundness = reports.collect(partitioningBy(report -> form.isSound(report, now)));
    result.tally().add(Outcome.INVALID, Objects.requireNonNull(bySoundness.get(false)).size());
    var byDriver = inOrderOfTime(Objects.requireNonNull(bySoundness.get(true)));
    for (var state : states.lock(byDriver.keySet())) {
      result.judge(state, byDriver.getOrDefault(state.driverId(), List.of()));
    }
    return result;
  }

  /**
   * A buffer may have come before a live fix or after it; the order of the road is that of time.
   */
  private static Map<DriverId, List<Report>> inOrderOfTime(List<Report> reports) {
    return reports.stream()
        .sorted(comparing(report -> report.fix().recordedAt()))
        .collect(groupingBy(Report::driverId));
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
