package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.data.Recording;
import com.weelo.dispatch.suite.data.TraceFix;
import com.weelo.dispatch.suite.data.Trip;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** Plays a recording forward: each fix and trip is given out once, when its time has come. */
final class Replay {

  private final Recording recording;
  private int nextFix;
  private int nextTrip;

  Replay(Recording recording) {
    this.recording = recording;
  }

  /**
   * Jumps ahead. Trips in between are passed over.
   *
   * @return the last fix of each vehicle seen until then
   */
  Collection<TraceFix> startAt(Instant begin) {
    var latest = new LinkedHashMap<String, TraceFix>();
    fixesUntil(begin).forEach(fix -> latest.put(fix.vehicleId(), fix));
    tripsUntil(begin);
    return latest.values();
  }

  /** Those not given out before whose time is not after the given one. */
  List<TraceFix> fixesUntil(Instant time) {
    var due = due(recording.fixes(), nextFix, TraceFix::at, time);
    nextFix += due.size();
    return due;
  }

  /** Likewise. */
  List<Trip> tripsUntil(Instant time) {
    var due = due(recording.trips(), nextTrip, Trip::at, time);
    nextTrip += due.size();
    return due;
  }

  private static <T> List<T> due(
      List<T> all, int from, Function<T, Instant> timeOf, Instant until) {
    var due = new ArrayList<T>();
    for (var i = from; i < all.size() && !timeOf.apply(all.get(i)).isAfter(until); i++) {
      due.add(all.get(i));
    }
    return due;
  }
}
