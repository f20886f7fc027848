package com.weelo.dispatch.suite.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All trucks that are out on jobs, or about to set out. */
final class Journeys {

  private final Set<Journey> underWay = new HashSet<>();
  private boolean isHurrying;

  void begin(Journey journey) {
    underWay.add(journey);
  }

  void end(Journey journey) {
    underWay.remove(journey);
  }

  /** The day is over: whoever is out delivers at once, and so does everybody after. */
  void hurry() {
    isHurrying = true;
    List.copyOf(underWay).forEach(Journey::hurry);
  }

  boolean isHurrying() {
    return isHurrying;
  }

  boolean areOver() {
    return underWay.isEmpty();
  }
}
