package com.weelo.dispatch.order.assignments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AssignmentTimesTests {

  private static final String PREFIX = "dispatch.order.assignments";

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(new AssignmentTimes(Duration.ofSeconds(2), Duration.ofDays(90)));
  }

  @Test
  void names() {
    assertThat(
            bound(
                Map.of(
                    PREFIX + ".booking-patience", "500ms",
                    PREFIX + ".engagement-retention", "7d")))
        .isEqualTo(new AssignmentTimes(Duration.ofMillis(500), Duration.ofDays(7)));
  }

  private static AssignmentTimes bound(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate(PREFIX, AssignmentTimes.class);
  }
}
