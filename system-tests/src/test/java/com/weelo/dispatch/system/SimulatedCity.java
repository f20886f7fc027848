package com.weelo.dispatch.system;

import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.data.Freight;
import com.weelo.dispatch.suite.data.Recording;
import com.weelo.dispatch.suite.simulator.Count;
import com.weelo.dispatch.suite.simulator.Simulation;
import com.weelo.dispatch.suite.simulator.Simulation.Phase;
import com.weelo.dispatch.suite.simulator.SimulationSettings;
import com.weelo.dispatch.suite.verify.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Future;

/** A recorded city that goes about its business at five times its speed, with orders among it. */
final class SimulatedCity implements AutoCloseable {

  private static final int SPEED = 5;
  private static final Duration BETWEEN_ORDERS = Duration.ofSeconds(4);
  private static final Duration REHEARSAL = Duration.ofSeconds(30);
  private static final int CONNECTIONS = 32;

  private final DispatchClient client;
  private final Journal journal;
  private final Duration length;
  private final Simulation simulation;
  private final Future<Void> done;

  private SimulatedCity(RunningSuite suite, Duration length, Journal journal) {
    this.client = new DispatchClient(suite.ports(), CONNECTIONS);
    this.journal = journal;
    this.length = length;
    this.simulation =
        new Simulation(
            client,
            suite.tokens(),
            Recording.load(null, null),
            Freight.madeUp().ofBusiestRegion(),
            new SimulationSettings(length, SPEED, BETWEEN_ORDERS, REHEARSAL, 1),
            journal,
            Clock.systemUTC());
    this.done = simulation.start();
  }

  /** Sets it going; bookings answered with success are noted in the journal. */
  static SimulatedCity begin(RunningSuite suite, Duration length, Path journal) throws IOException {
    return new SimulatedCity(suite, length, Journal.begin(journal));
  }

  /** Waits until that part of its time is over. */
  void awaitPart(int part, int parts) {
    var over = length.multipliedBy(part).dividedBy(parts);
    await("part " + part + " of " + parts)
        .atMost(length.plus(SystemTest.PATIENCE))
        .until(() ->
            simulation.phase().compareTo(Phase.RUNNING) > 0
                || simulation.phase() == Phase.RUNNING
                    && simulation.elapsed().compareTo(over) >= 0);
  }

  /** Waits until all know what became of their wishes. */
  void awaitRest() {
    await("the city has come to rest").atMost(length.plus(SystemTest.PATIENCE)).until(done::isDone);
  }

  @Override
  public String toString() {
    var measured = simulation.measured();
    return "%d bookings, %d orders, %d trips and %d positions"
        .formatted(
            measured.of(Count.BOOKED),
            measured.of(Count.ORDERS),
            measured.of(Count.TRIPS),
            measured.of(Count.FIXES));
  }

  @Override
  public void close() throws IOException {
    client.close();
    journal.close();
  }
}
