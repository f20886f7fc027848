package com.weelo.dispatch.suite.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.suite.client.DevelopmentTokens;
import com.weelo.dispatch.suite.client.DispatchClient;
import com.weelo.dispatch.suite.client.RestReply;
import com.weelo.dispatch.suite.verify.Journal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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
    Orders orders,
    Spellings spellings,
    Journeys journeys,
    IndexProbe indexProbe,
    Journal journal,
    Clock clock) {

  private static final Logger log = LoggerFactory.getLogger(World.class);

  static World of(
      DispatchClient client,
      DevelopmentTokens tokens,
      SimulationSettings settings,
      Journal journal,
      Clock clock) {
    var measured = new Measurements();
    return new World(
        client,
        tokens,
        settings,
        new VehicleMix(settings.seed()),
        measured,
        new Rides(measured),
        new Orders(measured),
        new Spellings(),
        new Journeys(),
        new IndexProbe(client, tokens, measured),
        journal,
        clock);
  }

  /** A user's frames did not come as promised. */
  void disorder(String userId, String what) {
    log.error("Disorder at {}: {}", userId, what);
    measured.add(Count.DISORDER);
  }

  /**
   * A call that was to succeed did not.
   *
   * @param reply null where there was none
   */
  void failed(Count count, String what, @Nullable RestReply reply) {
    var answer =
        reply == null ? "no answer" : reply.status() + " " + new String(reply.body(), UTF_8);
    log.error("{}: {}: {}", count.meaning(), what, answer);
    measured.add(count);
  }
}
