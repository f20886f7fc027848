package com.weelo.dispatch.suite.simulator;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.data.Recording;
import com.weelo.dispatch.suite.verify.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Replays a recording against a running suite: its vehicles as captains, its trips as customers.
 *
 * <p>First all captains come online where they were; then the recording goes on and customers come,
 * for as long as the settings say; then no more customers come, those still searching give up, and
 * it ends when all know what became of their booking. All of it happens on the client's one thread.
 */
public final class Simulation {

  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration GATHERING_PATIENCE = Duration.ofSeconds(60);
  private static final Duration LAST_CALL = Duration.ofSeconds(5);

  private final World world;
  private final Recording recording;
  private final Replay replay;
  private final Crowd crowd;
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private volatile Phase phase = Phase.GATHERING;
  private volatile Instant began;
  private @Nullable ScheduledFuture<?> ticking;

  public Simulation(
      DispatchClient client,
      DevelopmentTokens tokens,
      Recording recording,
      SimulationSettings settings,
      Journal journal,
      Clock clock) {
    var measured = new Measurements();
    this.world =
        new World(
            client,
            tokens,
            settings,
            new VehicleMix(settings.seed()),
            measured,
            new Rides(measured),
            new IndexProbe(client, tokens, measured),
            journal,
            clock);
    this.recording = recording;
    this.replay = new Replay(recording);
    this.crowd = new Crowd(world);
    this.began = clock.instant();
  }

  /** What a simulation is at. */
  public enum Phase {
    GATHERING,
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
          replay.startAt(recordedBegin()).forEach(crowd::moved);
          ticking = world.client().runEvery(TICK, this::tick);
        });
    return finished;
  }

  public Phase phase() {
    return phase;
  }

  /** Since the first captain was called while they gather, since the first customer afterwards. */
  public Duration elapsed() {
    return Duration.between(began, world.clock().instant());
  }

  public Measurements measured() {
    return world.measured();
  }

  /** When each booking that was made was asked for; only once the simulation is done. */
  public Map<String, Instant> askedAt() {
    return world.rides().all().stream().collect(toMap(Rides.Ride::bookingId, Rides.Ride::askedAt));
  }

  private void tick() {
    switch (phase) {
      case GATHERING -> {
        if (crowd.hasGathered() || elapsed().compareTo(GATHERING_PATIENCE) > 0) {
          began = world.clock().instant();
          phase = Phase.RUNNING;
        }
      }
      case RUNNING -> {
        move();
        replay.tripsUntil(recordedNow()).forEach(crowd::book);
        if (isOver()) {
          phase = Phase.SETTLING;
          world.client().runAfter(LAST_CALL, crowd::everybodyGivesUp);
        }
      }
      case SETTLING -> {
        move();
        if (crowd.isSettled()) {
          finish();
        }
      }
      case DONE -> {}
    }
  }

  private void move() {
    replay.fixesUntil(recordedNow()).forEach(crowd::moved);
  }

  private void finish() {
    phase = Phase.DONE;
    if (ticking != null) {
      ticking.cancel(false);
    }
    finished.complete(null);
  }

  private boolean isOver() {
    return elapsed().compareTo(world.settings().length()) >= 0
        || recordedNow().isAfter(recording.end());
  }

  private Instant recordedBegin() {
    return recording.begin().plus(SimulationSettings.LEAD);
  }

  private Instant recordedNow() {
    return recordedBegin().plus(world.settings().recorded(elapsed()));
  }
}
