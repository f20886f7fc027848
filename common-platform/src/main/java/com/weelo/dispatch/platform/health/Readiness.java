package com.weelo.dispatch.platform.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;

/** {@code dispatch.readiness}: what {@code /actuator/health/readiness} says, as a figure. */
final class Readiness implements MeterBinder {

  private static final double READY = 1;
  private static final double READY_WITHOUT_SOMETHING = 0.5;
  private static final double NOT_READY = 0;

  private final ObjectProvider<HealthEndpoint> health;

  Readiness(ObjectProvider<HealthEndpoint> health) {
    this.health = health;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("dispatch.readiness", this, Readiness::level)
        .description("1 while the service is ready, 0.5 while it is degraded, 0 while it is not")
        .register(registry);
  }

  private double level() {
    var endpoint = health.getIfAvailable();
    var found = endpoint == null ? null : endpoint.healthForPath("readiness");
    if (found == null) {
      return Double.NaN;
    }
    if (found.getStatus().equals(Status.UP)) {
      return READY;
    }
    return found.getStatus().equals(Degraded.STATUS) ? READY_WITHOUT_SOMETHING : NOT_READY;
  }
}
