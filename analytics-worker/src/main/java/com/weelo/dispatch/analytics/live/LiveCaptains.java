package com.weelo.dispatch.analytics.live;

import com.weelo.dispatch.analytics.live.Captain.State;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.TripStatus;
import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the captains are, and which of them moved since the last look. Safe for many threads. */
final class LiveCaptains {

  /** Then nobody expects the captain back. */
  private static final Duration GONE_AFTER = Duration.ofMinutes(10);

  private final Duration quietAfter;
  private final Map<DriverId, Seen> seen = new HashMap<>();
  private final Set<DriverId> busy = new HashSet<>();
  private final Set<DriverId> changed = new HashSet<>();
  private final List<DriverId> gone = new ArrayList<>();

  private record Seen(
      double latitude, double longitude, @Nullable VehicleType type, Instant at, boolean quiet) {

    Seen asQuiet() {
      return new Seen(latitude, longitude, type, at, true);
    }
  }

  /** What is different from the last look. */
  record Changes(List<Captain> changed, List<DriverId> gone) {

    boolean isEmpty() {
      return changed.isEmpty() && gone.isEmpty();
    }
  }

  LiveCaptains(Duration quietAfter) {
    this.quietAfter = quietAfter;
  }

  synchronized void hear(LocationEvent event, Instant now) {
    if (event.reported().isEmpty()) {
      return;
    }
    var fix = event.reported().getLast();
    if (Math.abs(fix.latitude()) > 90 || Math.abs(fix.longitude()) > 180) {
      return;
    }
    var before = seen.get(event.driverId());
    var type = fix.vehicleType() == null && before != null ? before.type() : fix.vehicleType();
    seen.put(event.driverId(), new Seen(fix.latitude(), fix.longitude(), type, now, false));
    changed.add(event.driverId());
  }

  synchronized void hear(AssignmentEvent event) {
    var over = event.status() == TripStatus.DELIVERED || event.status() == TripStatus.CANCELLED;
    if (over ? busy.remove(event.driverId()) : busy.add(event.driverId())) {
      changed.add(event.driverId());
    }
  }

  /** What changed since the last call. */
  synchronized Changes changes(Instant now) {
    findQuietOnes(now);
    var captains = changed.stream().map(this::find).flatMap(Optional::stream).toList();
    var changes = new Changes(captains, List.copyOf(gone));
    changed.clear();
    gone.clear();
    return changes;
  }

  private void findQuietOnes(Instant now) {
    for (var entry : List.copyOf(seen.entrySet())) {
      var silence = Duration.between(entry.getValue().at(), now);
      if (silence.compareTo(GONE_AFTER) > 0) {
        seen.remove(entry.getKey());
        gone.add(entry.getKey());
      } else if (!entry.getValue().quiet() && silence.compareTo(quietAfter) > 0) {
        seen.put(entry.getKey(), entry.getValue().asQuiet());
        changed.add(entry.getKey());
      }
    }
  }

  synchronized List<Captain> all() {
    return seen.keySet().stream().map(this::find).flatMap(Optional::stream).toList();
  }

  synchronized Optional<Captain> find(DriverId driver) {
    return Optional.ofNullable(seen.get(driver))
        .map(place ->
            new Captain(
                driver, place.latitude(), place.longitude(), state(driver, place), place.type()));
  }

  private State state(DriverId driver, Seen place) {
    if (place.quiet()) {
      return State.STALE;
    }
    return busy.contains(driver) ? State.BUSY : State.FREE;
  }
}
