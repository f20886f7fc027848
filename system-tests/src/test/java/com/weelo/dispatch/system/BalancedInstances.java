package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each service in JVMs of its own, behind a balancer of its own, in the place of the suite's until
 * it is closed.
 */
final class BalancedInstances implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(BalancedInstances.class);

  /** A new instance serves for so long before the next old one stops, as the runbook has it. */
  private static final Duration SETTLING = Duration.ofSeconds(30);

  private final RunningSuite suite;
  private final int each;
  private final Map<SuiteService, TcpBalancer> balancers = new EnumMap<>(SuiteService.class);
  private final Map<SuiteService, List<ServicesProcess>> processes =
      new EnumMap<>(SuiteService.class);
  private final List<ServicesProcess> running = new ArrayList<>();

  private BalancedInstances(RunningSuite suite, int each) {
    this.suite = suite;
    this.each = each;
    var places = each + 1; // for a new one comes before an old one goes
    for (var service : SuiteService.values()) {
      balancers.put(
          service, TcpBalancer.before(IntStream.range(0, places).map(n -> portOf(service, n))));
      processes.put(
          service,
          IntStream.range(0, places)
              .mapToObj(n -> suite.services().instanceOf(service, n))
              .toList());
    }
  }

  /**
   * @param each how many instances of each service
   */
  static BalancedInstances start(RunningSuite suite, int each) {
    var started = new BalancedInstances(suite, each);
    suite.services().keepClasses();
    suite.services().close();
    for (var n = 0; n < each; n++) { // one after another, as migrations want it
      started.startAll(n);
    }
    return started;
  }

  private void startAll(int number) {
    var all = processes.values().stream().map(instances -> instances.get(number)).toList();
    all.forEach(ServicesProcess::launch);
    all.forEach(ServicesProcess::awaitReady);
    running.addAll(all);
    balancers.forEach((service, balancer) -> balancer.awaitReady(portOf(service, number)));
  }

  /** The suite's ports as clients see them: for its services, those of the balancers. */
  SuitePorts entrances() {
    var stores = suite.ports();
    return new SuitePorts(
        entrance(SuiteService.BOOKING),
        entrance(SuiteService.ORDER),
        entrance(SuiteService.LOCATION),
        entrance(SuiteService.NOTIFICATION),
        entrance(SuiteService.BROADCAST),
        entrance(SuiteService.ANALYTICS),
        entrance(SuiteService.AUDIT),
        stores.postgres(),
        stores.kafka(),
        stores.redis(),
        stores.fcm(),
        stores.fcmControl(),
        stores.smtp());
  }

  /**
   * Replaces each of a service's instances, one after another: a new one comes, an old one goes.
   */
  void replace(SuiteService service) {
    for (var old = 0; old < each; old++) {
      start(service, (old + each) % (each + 1));
      stop(service, old);
    }
  }

  private void start(SuiteService service, int number) {
    log.info("{} {} is started", service.module(), number + 1);
    var process = instance(service, number);
    process.start();
    running.add(process);
    balancer(service).awaitReadyFor(SETTLING, portOf(service, number));
  }

  private void stop(SuiteService service, int number) {
    log.info("{} {} is stopped", service.module(), number + 1);
    var process = instance(service, number);
    process.stop();
    running.remove(process);
    log.info("{} {} has stopped", service.module(), number + 1);
  }

  private ServicesProcess instance(SuiteService service, int number) {
    return Objects.requireNonNull(processes.get(service)).get(number);
  }

  private TcpBalancer balancer(SuiteService service) {
    return Objects.requireNonNull(balancers.get(service));
  }

  private int entrance(SuiteService service) {
    return balancer(service).port();
  }

  private int portOf(SuiteService service, int number) {
    return service.port(suite.ports().ofInstance(number));
  }

  @Override
  public void close() throws IOException {
    for (var balancer : balancers.values()) {
      balancer.close();
    }
    running.parallelStream().forEach(ServicesProcess::close);
    suite.services().start();
  }
}
