package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.verify.Journal;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What everybody in a simulation shares. */
record World(
    DispatchClient client,
    DevelopmentTokens tokens,
    SimulationSettings settings,
    VehicleMix vehicles,
    Measurements measured,
    Rides rides,
    IndexProbe indexProbe,
    Journal journal,
    Clock clock) {

  private static final Logger log = LoggerFactory.getLogger(World.class);

  /** A user's frames did not come as promised. */
  void disorder(String userId, String what) {
    log.error("Disorder at {}: {}", userId, what);
    measured.add(Count.DISORDER);
  }
}
