package com.weelo.dispatch.location.history;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.location.drivers.DriverStates;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows where a driver has been: to operators, and to the transporter it drives for. */
@Component
public class ReadingTracks {

  /** Points in one answer. */
  private static final int MOST_POINTS = 10_000;

  private final Positions positions;
  private final DriverStates states;

  ReadingTracks(Positions positions, DriverStates states) {
    this.positions = positions;
    this.states = states;
  }

  /**
   * @param to exclusive
   * @throws Problem 404 where there is no such driver, or it is none of the caller's business
   */
  public Track read(Caller caller, DriverId driver, Instant from, Instant to) {
    var points = positions.track(driver, visibleTo(caller, driver), from, to, MOST_POINTS + 1);
    return points.size() <= MOST_POINTS
        ? new Track(driver, points, null)
        : new Track(driver, points.subList(0, MOST_POINTS), points.getLast().recordedAt());
  }

  /** A transporter sees what its driver did for it, not what it did for others before. */
  private @Nullable TransporterId visibleTo(Caller caller, DriverId driver) {
    var transporter = states.transportersOf(Set.of(driver)).get(driver);
    if (transporter == null) {
      throw Problem.notFound("driver");
    }
    if (caller.is(Role.OPS)) {
      return null;
    }
    if (!caller.actsForTransporter() || !caller.transporterId().equals(transporter)) {
      throw Problem.notFound("driver");
    }
    return transporter;
  }
}
