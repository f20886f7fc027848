package com.weelo.dispatch.platform.health;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Something that a service has need of, as it was found at the last look: whoever asks is answered
 * at once, however long a look takes. Nothing is said against what was not looked at yet.
 */
public final class Watched implements HealthIndicator {

  private final Status without;
  private final Supplier<List<String>> look;
  private volatile List<String> missing = List.of();

  /**
   * @param without the status of the service while something is missing
   * @param look tells what is missing, and why; empty where all is well
   */
  public Watched(Status without, Supplier<List<String>> look) {
    this.without = without;
    this.look = look;
  }

  public void look() {
    missing = look.get();
  }

  @Override
  public Health health() {
    var found = missing;
    return found.isEmpty()
        ? Health.up().build()
        : Health.status(without).withDetail("missing", found).build();
  }
}
