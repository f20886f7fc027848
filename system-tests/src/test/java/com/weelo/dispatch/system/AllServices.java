package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.SuiteSettings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The services of a suite in three JVMs, so that some can be killed without the others, or doubled:
 * order-service, the sinks, and the rest.
 */
final class AllServices implements AutoCloseable {

  private static final Set<SuiteService> ORDERS = EnumSet.of(SuiteService.ORDER);

  /** Those that everything ends in. */
  private static final Set<SuiteService> SINKS =
      EnumSet.of(SuiteService.ANALYTICS, SuiteService.AUDIT);

  private static final Set<SuiteService> OTHERS =
      EnumSet.complementOf(
          EnumSet.of(SuiteService.ORDER, SuiteService.ANALYTICS, SuiteService.AUDIT));

  /**
   * As where time goes by five times as fast: no search takes minutes, and what would be too fast
   * to be a truck is not. A dozen captains are told of what would be shared by hundreds.
   */
  private static final List<String> PROPERTIES =
      List.of(
          "--dispatch.order.ttl=45s",
          "--dispatch.location.cleaning.fastest=800",
          "--dispatch.notification.fcm.rates.per-address-and-minute=6000",
          "--dispatch.notification.fcm.rates.per-address-and-hour=100000");

  /**
   * As where a balancer shares out requests; it looks after its instances far more often than
   * within this.
   */
  private static final List<String> STOPPING =
      List.of(
          "--dispatch.shutdown.drain=" + System.getProperty("dispatch.test.drain", "3s"),
          "--dispatch.broadcast.sockets.reconnect-within=1s");

  private final SuiteSettings settings;
  private final int portOffset;
  private final List<String> tracing;
  private final ServicesProcess others;
  private final ServicesProcess orders;
  private final ServicesProcess sinks;
  private boolean killed;

  AllServices(SuiteSettings settings, int portOffset, SpanCollector spans) {
    this.settings = settings;
    this.portOffset = portOffset;
    this.tracing = spans.properties();
    this.others = process("services", OTHERS, 0, PROPERTIES);
    this.orders = process("order-service", ORDERS, 0, PROPERTIES);
    this.sinks = process("sinks", SINKS, 0, List.of());
  }

  /**
   * One more order-service, yet to be started.
   *
   * @param name of its output
   * @param instance 0 for the documented port
   * @param properties that it has, as {@code --name=value}
   */
  ServicesProcess orderService(String name, int instance, List<String> properties) {
    return process(name, ORDERS, instance, properties);
  }

  /** Second instances of the analytics-worker and the audit-worker, yet to be started. */
  ServicesProcess secondSinks() {
    return process("sinks-2", SINKS, 1, List.of());
  }

  /**
   * One of a service's instances, alone and in a small JVM, yet to be started.
   *
   * @param instance 0 for the documented port
   */
  ServicesProcess instanceOf(SuiteService service, int instance) {
    var properties = new ArrayList<>(PROPERTIES);
    properties.addAll(STOPPING);
    return process(service.module() + "-" + (instance + 1), Set.of(service), instance, properties)
        .small(processOf(service));
  }

  private ServicesProcess processOf(SuiteService service) {
    return ORDERS.contains(service) ? orders : SINKS.contains(service) ? sinks : others;
  }

  /** Has what is started of {@link #instanceOf} from now on start sooner. */
  void keepClasses() {
    List.of(others, orders, sinks).forEach(ServicesProcess::keepClasses);
  }

  private ServicesProcess process(
      String name, Set<SuiteService> services, int instance, List<String> properties) {
    var all = new ArrayList<>(properties);
    all.addAll(tracing);
    return new ServicesProcess(settings, portOffset, name, services, instance, all);
  }

  /** The documented order-service. */
  ServicesProcess orders() {
    return orders;
  }

  /** The documented analytics-worker and audit-worker. */
  ServicesProcess sinks() {
    return sinks;
  }

  /** Starts all of them; all serve when this returns. */
  void start() {
    var all = List.of(others, orders, sinks);
    all.forEach(ServicesProcess::launch);
    all.forEach(ServicesProcess::awaitReady);
  }

  /** Takes all of them away with SIGKILL. */
  void kill() {
    killed = true;
    List.of(others, orders, sinks).forEach(ServicesProcess::kill);
  }

  boolean wereKilled() {
    return killed;
  }

  @Override
  public void close() {
    List.of(sinks, orders, others).forEach(ServicesProcess::close);
  }
}
