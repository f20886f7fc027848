package com.weelo.dispatch.suite;

import com.weelo.dispatch.analytics.AnalyticsApplication;
import com.weelo.dispatch.audit.AuditApplication;
import com.weelo.dispatch.booking.BookingApplication;
import com.weelo.dispatch.broadcast.BroadcastApplication;
import com.weelo.dispatch.location.LocationApplication;
import com.weelo.dispatch.notification.NotificationApplication;
import com.weelo.dispatch.order.OrderApplication;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The services of the suite. */
public enum SuiteService {
  BOOKING("booking-service", BookingApplication.class, "booking", SuitePorts::booking),
  ORDER("order-service", OrderApplication.class, "orders", SuitePorts::order),
  LOCATION("location-processor", LocationApplication.class, "location", SuitePorts::location),
  NOTIFICATION(
      "notification-worker",
      NotificationApplication.class,
      "notification",
      SuitePorts::notification),
  BROADCAST("broadcast-worker", BroadcastApplication.class, null, SuitePorts::broadcast),
  ANALYTICS("analytics-worker", AnalyticsApplication.class, "analytics", SuitePorts::analytics),
  AUDIT("audit-worker", AuditApplication.class, "audit", SuitePorts::audit);

  private final String module;
  private final Class<?> application;
  private final @Nullable String database;
  private final ToIntFunction<SuitePorts> port;

  SuiteService(
      String module,
      Class<?> application,
      @Nullable String database,
      ToIntFunction<SuitePorts> port) {
    this.module = module;
    this.application = application;
    this.database = database;
    this.port = port;
  }

  /** The module's name, which names its configuration file too. */
  public String module() {
    return module;
  }

  /** The service of that module. */
  public static Optional<SuiteService> ofModule(String module) {
    return Arrays.stream(values()).filter(service -> service.module.equals(module)).findAny();
  }

  Class<?> application() {
    return application;
  }

  /** The database that is its own, where it has one. */
  public Optional<String> database() {
    return Optional.ofNullable(database);
  }

  public int port(SuitePorts ports) {
    return port.applyAsInt(ports);
  }

  /** Where clients find it. */
  public String url(SuitePorts ports) {
    return this == BROADCAST
        ? "ws://%s:%d/ws".formatted(SuitePorts.HOST, port(ports))
        : "http://%s:%d/api/v1".formatted(SuitePorts.HOST, port(ports));
  }
}
