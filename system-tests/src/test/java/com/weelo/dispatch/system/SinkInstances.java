package com.weelo.dispatch.system;

import java.util.List;

/**
 * Two of each sink on the same stores: the suite's own, and a second instance until it is closed.
 */
final class SinkInstances implements AutoCloseable {

  private static final int EACH_TIME_ALL = 3;

  private final ServicesProcess own;
  private final ServicesProcess second;
  private int kills;

  private SinkInstances(ServicesProcess own, ServicesProcess second) {
    this.own = own;
    this.second = second;
  }

  static SinkInstances start(RunningSuite suite) {
    var started = new SinkInstances(suite.services().sinks(), suite.services().secondSinks());
    started.second.start();
    return started;
  }

  /** Takes one of them away with SIGKILL, each third time both, and starts what is missing. */
  void killAndStart() {
    kills++;
    var victims =
        kills % EACH_TIME_ALL == 0
            ? List.of(own, second)
            : List.of(kills % EACH_TIME_ALL == 1 ? own : second);
    victims.forEach(ServicesProcess::kill);
    victims.forEach(ServicesProcess::launch);
    victims.forEach(ServicesProcess::awaitReady);
  }

  /** Does something while none of them runs. */
  void whileAway(Runnable work) {
    var both = List.of(own, second);
    both.forEach(ServicesProcess::close);
    work.run();
    both.forEach(ServicesProcess::launch);
    both.forEach(ServicesProcess::awaitReady);
  }

  @Override
  public void close() {
    second.close();
  }
}
