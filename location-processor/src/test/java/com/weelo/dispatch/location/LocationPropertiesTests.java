package com.weelo.dispatch.location;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.location.cleaning.CleaningRules;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Names and defaults are what operators rely on. */
class LocationPropertiesTests {

  @Test
  void defaults() {
    assertThat(bound(Map.of()))
        .isEqualTo(
            new LocationProperties(
                4,
                Duration.ofDays(30),
                new CleaningRules(
                    250,
                    160,
                    250,
                    5,
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(1))));
  }

  @Test
  void names() {
    assertThat(
            bound(
                Map.of(
                    "dispatch.location.consumers", "12",
                    "dispatch.location.retention", "90d",
                    "dispatch.location.cleaning.tolerance", "100",
                    "dispatch.location.cleaning.fastest", "120",
                    "dispatch.location.cleaning.worst-accuracy", "50",
                    "dispatch.location.cleaning.fixes-to-hold", "3",
                    "dispatch.location.cleaning.time-to-hold", "1m",
                    "dispatch.location.cleaning.resend-window", "10s",
                    "dispatch.location.cleaning.clock-ahead", "5s")))
        .isEqualTo(
            new LocationProperties(
                12,
                Duration.ofDays(90),
                new CleaningRules(
                    100,
                    120,
                    50,
                    3,
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(5))));
  }

  private static LocationProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("dispatch.location", LocationProperties.class);
  }
}
