package com.weelo.dispatch.suite.simulator;

import java.time.Duration;

/** A part of what goes on in a simulation, which leads it from phase to phase. */
interface Scene {

  /** Whoever is there all the time comes. */
  void gather();

  boolean hasGathered();

  /**
   * Customers of whom nothing is timed come, to warm the suite up.
   *
   * @param elapsed since the first of them might
   */
  void rehearse(Duration elapsed);

  /**
   * Customers come.
   *
   * @param elapsed since the first of them might
   */
  void play(Duration elapsed);

  /** Whether there is nothing more to be played. */
  default boolean isPlayed(Duration elapsed) {
    return false;
  }

  /**
   * No more customers come; those that are there go on.
   *
   * @param elapsed since the first of them might have come
   */
  void settle(Duration elapsed);

  /** Whoever is still searching gives up. */
  void lastCall();

  boolean isSettled();
}
