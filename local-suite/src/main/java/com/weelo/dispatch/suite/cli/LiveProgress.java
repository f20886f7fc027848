package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.simulator.Count;
import com.weelo.dispatch.suite.simulator.Simulation;
import com.weelo.dispatch.suite.simulator.Timing;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntSupplier;

/**
 * Shows how a simulation goes: one line that changes on a terminal, now and then a line elsewhere.
 */
final class LiveProgress {

  private static final Duration ON_TERMINAL = Duration.ofMillis(500);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);

  private final Terminal terminal;
  private final Simulation simulation;
  private final IntSupplier pushes;

  /**
   * @param pushes how many have come so far
   */
  LiveProgress(Terminal terminal, Simulation simulation, IntSupplier pushes) {
    this.terminal = terminal;
    this.simulation = simulation;
    this.pushes = pushes;
  }

  /** Shows it until it is done. */
  void showUntil(CompletableFuture<Void> done) throws InterruptedException, ExecutionException {
    var every = terminal.isInteractive() ? ON_TERMINAL : ELSEWHERE;
    while (true) {
      try {
        done.get(every.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException goingOn) {
        if (terminal.isInteractive()) {
          terminal.status(line());
        } else {
          terminal.line(line());
        }
      }
    }
  }

  private String line() {
    var measured = simulation.measured();
    var elapsed = simulation.elapsed();
    var answered =
        measured.of(Count.MATCHED) + measured.of(Count.EXPIRED) + measured.of(Count.CANCELLED);
    return "%s %02d:%02d · captains %d · bookings %d · matched %s · offers %d · orders %d, trucks %d/%d · book→offer p50 %.1f ms · pushes %d · %.0f fixes/s"
        .formatted(
            switch (simulation.phase()) {
              case GATHERING -> "gathering";
              case WARMING_UP -> "warming up";
              case RUNNING -> "running";
              case SETTLING, DONE -> "settling";
            },
            elapsed.toMinutes(),
            elapsed.toSecondsPart(),
            measured.of(Count.CAPTAINS),
            measured.of(Count.BOOKED),
            Percent.of(measured.of(Count.MATCHED), answered),
            measured.of(Count.OFFERS),
            measured.of(Count.ORDERS),
            measured.of(Count.TRUCKS_FILLED),
            measured.of(Count.TRUCKS_REQUESTED),
            measured.of(Timing.BOOK_TO_OFFER).percentile(50),
            pushes.getAsInt(),
            measured.of(Count.FIXES) / Math.max(1.0, elapsed.toMillis() / 1_000.0));
  }
}
