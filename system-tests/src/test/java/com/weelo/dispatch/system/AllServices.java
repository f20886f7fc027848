package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.SuiteSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The services of a suite: order-service in a JVM of its own, so that it can be killed alone and
 * doubled, and the others in another.
 */
final class AllServices implements AutoCloseable {

  private final SuiteSettings settings;
  private final int portOffset;
  private final ServicesProcess others;
  private final ServicesProcess orders;

  AllServices(SuiteSettings settings, int portOffset) {
    this.settings = settings;
    this.portOffset = portOffset;
    this.others =
        new ServicesProcess(settings, portOffset, "services", List.of("--only", allButOrders()));
    this.orders = orderService("order-service", settings.ports().order(), List.of());
  }

  private static String allButOrders() {
    return Arrays.stream(SuiteService.values())
        .filter(service -> service != SuiteService.ORDER)
        .map(SuiteService::module)
        .collect(Collectors.joining(","));
  }

  /** A port at which no suite has anything, for one more order-service. */
  static int secondOrderPort(SuitePorts ports) {
    return ports.order() + 6;
  }

  /**
   * One more order-service, yet to be started.
   *
   * @param name of its output
   * @param properties that it has, as {@code --name=value}
   */
  ServicesProcess orderService(String name, int port, List<String> properties) {
    var options =
        List.of(
            "--only", SuiteService.ORDER.module(), "--order-port", Integer.toString(port), "--");
    return new ServicesProcess(
        settings,
        portOffset,
        name,
        List.of(options, properties).stream().flatMap(List::stream).toList());
  }

  /** The documented order-service. */
  ServicesProcess orders() {
    return orders;
  }

  /** Starts all of them; all serve when this returns. */
  void start() {
    others.launch();
    orders.launch();
    others.awaitReady();
    orders.awaitReady();
  }

  /** Takes all of them away with SIGKILL. */
  void kill() {
    others.kill();
    orders.kill();
  }

  @Override
  public void close() {
    orders.close();
    others.close();
  }
}
