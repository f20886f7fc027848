package com.weelo.dispatch.suite.simulator;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.data.Recording;
import com.weelo.dispatch.suite.data.Trip;
import com.weelo.dispatch.suite.verify.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/**
 * Replays a recording against a running suite: its vehicles as captains, its trips as customers.
 *
 * <p>First all captains come online where they were, and some bookings that nobody times warm the
 * suite up; then the recording goes on and customers come, for as long as the settings say; then no
 * more customers come, those still searching give up, and it ends when all know what became of
 * their booking. All of it happens on the client's one thread.
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

  /** Recorded trips from before the first customer's, to warm the suite up with. */
  private List<Trip> rehearsals = List.of();

  private int rehearsed;

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
          rehearsals = replay.tripsUntil(recordedBegin());
          replay.startAt(recordedBegin()).forEach(crowd::moved);
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
        if (crowd.hasGathered() || elapsed().compareTo(GATHERING_PATIENCE) > 0) {
          begin(Phase.WARMING_UP);
        }
      }
      case WARMING_UP -> {
        rehearse();
        if (elapsed().compareTo(SimulationSettings.WARM_UP) > 0) {
          begin(Phase.RUNNING);
          world.measured().beginTiming();
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

  private void begin(Phase next) {
    began = world.clock().instant();
    phase = next;
  }

  private void rehearse() {
    var due = elapsed().toMillis() * rehearsals.size() / SimulationSettings.REHEARSAL.toMillis();
    while (rehearsed < Math.min(due, rehearsals.size())) {
      crowd.rehearse(rehearsals.get(rehearsed++));
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
