package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.data.TraceFix;
import com.weelo.dispatch.suite.data.Trip;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Everybody in a simulation: captains come to stay, customers until their booking is settled. */
final class Crowd {

  private static final double CHANGE_THEIR_MIND = 0.04;
  private static final long SOONEST_CHANGE_MILLIS = 100;
  private static final long LATEST_CHANGE_MILLIS = 2_000;

  private final World world;
  private final SplittableRandom minds;
  private final Map<String, Captain> captains = new HashMap<>();
  private final Set<Customer> waiting = new HashSet<>();

  Crowd(World world) {
    this.world = world;
    this.minds = new SplittableRandom(world.settings().seed());
  }

  /** A vehicle is there; its captain comes online the first time. */
  void moved(TraceFix fix) {
    var captain = captains.get(fix.vehicleId());
    if (captain == null) {
      captains.put(fix.vehicleId(), new Captain(world, fix));
    } else {
      captain.report(fix);
    }
  }

  /** Somebody wants to go; a few of them change their mind soon after. */
  void book(Trip trip) {
    var customer = new Customer(world, trip, waiting::remove);
    waiting.add(customer);
    if (minds.nextDouble() < CHANGE_THEIR_MIND) {
      var soon = minds.nextLong(SOONEST_CHANGE_MILLIS, LATEST_CHANGE_MILLIS);
      world.client().runAfter(Duration.ofMillis(soon), () -> customer.giveUp("changed my mind"));
    }
  }

  /** Somebody books a trip that takes no time, so that its captain is soon free again. */
  void rehearse(Trip trip) {
    waiting.add(new Customer(world, trip.lasting(Duration.ZERO), waiting::remove));
  }

  void everybodyGivesUp() {
    List.copyOf(waiting).forEach(customer -> customer.giveUp("nobody came"));
  }

  boolean hasGathered() {
    return world.measured().of(Count.CAPTAINS) >= captains.size();
  }

  boolean isSettled() {
    return waiting.isEmpty();
  }
}
