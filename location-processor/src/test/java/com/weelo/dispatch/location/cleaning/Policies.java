package com.weelo.dispatch.location.cleaning;

import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.util.Set;

/** Policies as the service runs them. */
final class Policies {

  static final CleaningRules RULES =
      new CleaningRules(
          250, 160, 250, 5, Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofMinutes(1));

  private Policies() {}

  static CleaningPolicy cleaning() {
    return new CleaningPolicy(RULES, Duration.ofDays(30));
  }

  static FormPolicy form() {
    return new FormPolicy(Set.of(new VehicleType("TIPPER")), RULES.clockAhead());
  }
}
