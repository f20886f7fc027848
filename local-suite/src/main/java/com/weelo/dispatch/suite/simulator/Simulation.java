package com.weelo.dispatch.suite.simulator;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.data.Freight;
import com.weelo.dispatch.suite.data.Recording;
import com.weelo.dispatch.suite.verify.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets people loose on a running suite: in one scene captains and those who ride with them, in
 * another transporters and those who order many trucks.
 *
 * <p>First all who stay come online, and customers whom nobody times warm the suite up; then
 * customers come, for as long as the settings say; then no more come, those still searching give
 * up, whoever is on the way arrives, and it ends when all know what became of their wishes. All of
 * it happens on the client's one thread.
 */
public final class Simulation {

  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration GATHERING_PATIENCE = Duration.ofSeconds(60);
  private static final Duration LAST_CALL = Duration.ofSeconds(5);

  private final World world;
  private final List<Scene> scenes;
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private volatile Phase phase = Phase.GATHERING;
  private volatile Instant began;
  private boolean wasLastCall;
  private @Nullable ScheduledFuture<?> ticking;

  /**
   * @param freight of one region
   */
  public Simulation(
      DispatchClient client,
      DevelopmentTokens tokens,
      Recording recording,
      Freight freight,
      SimulationSettings settings,
      Journal journal,
      Clock clock) {
    this.world = World.of(client, tokens, settings, journal, clock);
    this.scenes = List.of(new RidesScene(world, recording), new OrdersScene(world, freight));
    this.began = clock.instant();
  }

  /** What a simulation is at. */
  public enum Phase {
    GATHERING,
    WARMING_UP,
    RUNNING,
    SETTLING,
    DONE
  }

  /** Sets it going; the future is done when the simulation is. */
  public CompletableFuture<Void> start() {
    world
        .client()
        .run(() -> {
          began = world.clock().instant();
          scenes.forEach(Scene::gather);
          ticking = world.client().runEvery(TICK, this::tick);
        });
    return finished;
  }

  public Phase phase() {
    return phase;
  }

  /** Since the first captain was called, the warm-up began, or the first customer came. */
  public Duration elapsed() {
    return Duration.between(began, world.clock().instant());
  }

  public Measurements measured() {
    return world.measured();
  }

  /** When each booking that is timed was asked for; only once the simulation is done. */
  public Map<String, Instant> askedAt() {
    return world.rides().all().stream()
        .filter(ride -> !ride.askedAt().isBefore(began))
        .collect(toMap(Rides.Ride::bookingId, Rides.Ride::askedAt));
  }

  private void tick() {
    switch (phase) {
      case GATHERING -> {
        if (all(Scene::hasGathered) || elapsed().compareTo(GATHERING_PATIENCE) > 0) {
          begin(Phase.WARMING_UP);
        }
      }
      case WARMING_UP -> {
        scenes.forEach(scene -> scene.rehearse(elapsed()));
        if (elapsed().compareTo(world.settings().warmUp()) > 0) {
          begin(Phase.RUNNING);
          world.measured().beginTiming();
        }
      }
      case RUNNING -> {
        scenes.forEach(scene -> scene.play(elapsed()));
        if (isOver()) {
          phase = Phase.SETTLING;
          world.client().runAfter(LAST_CALL, this::lastCall);
        }
      }
      case SETTLING -> {
        scenes.forEach(scene -> scene.settle(elapsed()));
        if (wasLastCall && all(Scene::isSettled) && world.journeys().areOver()) {
          finish();
        }
      }
      case DONE -> {}
    }
  }

  private boolean all(Predicate<Scene> are) {
    return scenes.stream().allMatch(are);
  }

  private void begin(Phase next) {
    began = world.clock().instant();
    phase = next;
  }

  private boolean isOver() {
    return elapsed().compareTo(world.settings().length()) >= 0
        || scenes.stream().anyMatch(scene -> scene.isPlayed(elapsed()));
  }

  private void lastCall() {
    wasLastCall = true;
    scenes.forEach(Scene::lastCall);
    world.journeys().hurry();
  }

  private void finish() {
    phase = Phase.DONE;
    if (ticking != null) {
      ticking.cancel(false);
    }
    finished.complete(null);
  }
}
