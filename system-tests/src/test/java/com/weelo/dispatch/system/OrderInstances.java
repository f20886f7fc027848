package com.weelo.dispatch.system;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * order-service with other times, once or twice on the same stores, in the place of the suite's own
 * until it is closed.
 */
final class OrderInstances implements AutoCloseable {

  /** Short, so that holds and orders run out of time while others are confirmed. */
  private static final List<String> HURRIED =
      List.of(
          "--dispatch.order.ttl=10s",
          "--dispatch.order.hold-time=2s",
          "--dispatch.order.wave-interval=1s",
          "--dispatch.order.sweep-interval=250ms",
          "--dispatch.order.max-radius=16000");

  /** Longer than a slow machine takes for whatever is done while something is held. */
  private static final List<String> PATIENT =
      List.of("--dispatch.order.ttl=30m", "--dispatch.order.hold-time=45s");

  private static final int EACH_TIME_ALL = 3;
  private final AllServices services;
  private final List<Integer> ports;
  private final List<ServicesProcess> instances;
  private int kills;

  private OrderInstances(RunningSuite suite, int count, List<String> properties) {
    this.services = suite.services();
    this.ports =
        IntStream.range(0, count).mapToObj(n -> suite.ports().ofInstance(n).order()).toList();
    this.instances =
        IntStream.range(0, count)
            .mapToObj(n -> services.orderService("order-service-" + (n + 1), n, properties))
            .toList();
  }

  static OrderInstances hurried(RunningSuite suite, int count) {
    return start(suite, new OrderInstances(suite, count, HURRIED));
  }

  static OrderInstances patient(RunningSuite suite) {
    return start(suite, new OrderInstances(suite, 1, PATIENT));
  }

  private static OrderInstances start(RunningSuite suite, OrderInstances started) {
    suite.services().orders().close();
    started.instances.forEach(ServicesProcess::launch);
    started.instances.forEach(ServicesProcess::awaitReady);
    return started;
  }

  List<Integer> ports() {
    return ports;
  }

  /** Takes one of them away with SIGKILL, each third time all, and starts what is missing. */
  void killAndStart() {
    kills++;
    var victims = new ArrayList<ServicesProcess>();
    if (kills % EACH_TIME_ALL == 0) {
      victims.addAll(instances);
    } else {
      victims.add(instances.get(kills % instances.size()));
    }
    victims.forEach(ServicesProcess::kill);
    victims.forEach(ServicesProcess::launch);
    victims.forEach(ServicesProcess::awaitReady);
  }

  @Override
  public void close() {
    instances.forEach(ServicesProcess::close);
    services.orders().start();
  }
}
