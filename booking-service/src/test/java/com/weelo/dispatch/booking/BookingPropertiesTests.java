package com.weelo.dispatch.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.weelo.dispatch.booking.BookingProperties.Fare;
import com.weelo.dispatch.booking.BookingProperties.Pricing;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class BookingPropertiesTests {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Properties.class);

  @Test
  void defaults() {
    assertThat(bound())
        .isEqualTo(
            new BookingProperties(
                Duration.ofSeconds(60),
                10,
                Duration.ofSeconds(10),
                2_000,
                32_000,
                50,
                5_000,
                Duration.ofSeconds(1),
                Duration.ofDays(90),
                30,
                new Pricing("INR", 100_000, 4_000, List.of())));
  }

  @Test
  void names() {
    var bound =
        bound(
            "ttl=90s",
            "wave-size=5",
            "wave-interval=7s",
            "initial-radius=1000",
            "max-radius=8000",
            "candidates=20",
            "nearby-radius=3000",
            "sweep-interval=2s",
            "record-retention=7d",
            "average-speed=40",
            "pricing.currency=USD",
            "pricing.base=1",
            "pricing.per-kilometre=2",
            "pricing.fares[0].vehicle-type=TANKER",
            "pricing.fares[0].base=3",
            "pricing.fares[0].per-kilometre=4");

    assertThat(bound)
        .isEqualTo(
            new BookingProperties(
                Duration.ofSeconds(90),
                5,
                Duration.ofSeconds(7),
                1_000,
                8_000,
                20,
                3_000,
                Duration.ofSeconds(2),
                Duration.ofDays(7),
                40,
                new Pricing("USD", 1, 2, List.of(new Fare("TANKER", 3, 4)))));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    for (var bad :
        List.of(
            "wave-size=0", "max-radius=1000", "max-radius=100001", "ttl=0s", "pricing.base=-1")) {
      assertThatThrownBy(() -> bound(bad)).as(bad).hasStackTraceContaining("dispatch.booking");
    }
  }

  private BookingProperties bound(String... properties) {
    var bound = new java.util.concurrent.atomic.AtomicReference<BookingProperties>();
    context
        .withPropertyValues(
            List.of(properties).stream().map(p -> "dispatch.booking." + p).toArray(String[]::new))
        .run(running -> bound.set(running.getBean(BookingProperties.class)));
    return java.util.Objects.requireNonNull(bound.get());
  }

  @Configuration
  @EnableConfigurationProperties(BookingProperties.class)
  static class Properties {}
}
