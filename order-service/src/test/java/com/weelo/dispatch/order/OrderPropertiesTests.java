package com.weelo.dispatch.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class OrderPropertiesTests {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Test
  void defaults() {
    assertThat(bound())
        .isEqualTo(
            new OrderProperties(
                Duration.ofMinutes(5),
                1_000,
                Duration.ofSeconds(15),
                10,
                100,
                Duration.ofSeconds(10),
                2_000,
                32_000,
                50,
                Duration.ofSeconds(1),
                Duration.ofDays(90)));
  }

  @Test
  void names() {
    var bound =
        bound(
            "ttl=90s",
            "max-trucks=50",
            "hold-time=20s",
            "wave-size=5",
            "max-wave-size=6",
            "wave-interval=7s",
            "initial-radius=1000",
            "max-radius=8000",
            "candidates=20",
            "sweep-interval=2s",
            "offer-retention=7d");

    assertThat(bound)
        .isEqualTo(
            new OrderProperties(
                Duration.ofSeconds(90),
                50,
                Duration.ofSeconds(20),
                5,
                6,
                Duration.ofSeconds(7),
                1_000,
                8_000,
                20,
                Duration.ofSeconds(2),
                Duration.ofDays(7)));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    for (var bad :
        List.of(
            "wave-size=0",
            "max-wave-size=9",
            "max-radius=1000",
            "max-radius=100001",
            "max-trucks=0",
            "hold-time=0s")) {
      assertThatThrownBy(() -> bound(bad)).as(bad).hasStackTraceContaining("dispatch.order");
    }
  }

  private OrderProperties bound(String... properties) {
    var bound = new AtomicReference<OrderProperties>();
    context
        .withPropertyValues(
            List.of(properties).stream().map(p -> "dispatch.order." + p).toArray(String[]::new))
        .run(running -> bound.set(running.getBean(OrderProperties.class)));
    return Objects.requireNonNull(bound.get());
  }

  @Configuration
  @EnableConfigurationProperties(OrderProperties.class)
  static class Properties {}
}
