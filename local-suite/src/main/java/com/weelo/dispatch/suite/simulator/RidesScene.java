package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.data.Recording;
import com.weelo.dispatch.suite.data.Trip;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A recording played again: its vehicles as captains, its trips as customers. Captains come online
 * where they were; trips from before the first customer's are what the suite is warmed up with.
 */
final class RidesScene implements Scene {

  private final World world;
  private final Recording recording;
  private final Replay replay;
  private final Crowd crowd;
  private List<Trip> rehearsals = List.of();
  private int rehearsed;

  RidesScene(World world, Recording recording) {
    this.world = world;
    this.recording = recording;
    this.replay = new Replay(recording);
    this.crowd = new Crowd(world);
  }

  @Override
  public void gather() {
    rehearsals = replay.tripsUntil(recordedBegin());
    replay.startAt(recordedBegin()).forEach(crowd::moved);
  }

  @Override
  public boolean hasGathered() {
    return crowd.hasGathered();
  }

  @Override
  public void rehearse(Duration elapsed) {
    var due = elapsed.toMillis() * rehearsals.size() / world.settings().rehearsal().toMillis();
    while (rehearsed < Math.min(due, rehearsals.size())) {
      crowd.rehearse(rehearsals.get(rehearsed++));
    }
  }

  @Override
  public void play(Duration elapsed) {
    move(elapsed);
    replay.tripsUntil(recorded(elapsed)).forEach(crowd::book);
  }

  @Override
  public boolean isPlayed(Duration elapsed) {
    return recorded(elapsed).isAfter(recording.end());
  }

  @Override
  public void settle(Duration elapsed) {
    move(elapsed);
  }

  private void move(Duration elapsed) {
    replay.fixesUntil(recorded(elapsed)).forEach(crowd::moved);
  }

  @Override
  public void lastCall() {
    crowd.everybodyGivesUp();
  }

  @Override
  public boolean isSettled() {
    return crowd.isSettled();
  }

  private Instant recordedBegin() {
    return recording.begin().plus(SimulationSettings.LEAD);
  }

  private Instant recorded(Duration elapsed) {
    return recordedBegin().plus(world.settings().recorded(elapsed));
  }
}
