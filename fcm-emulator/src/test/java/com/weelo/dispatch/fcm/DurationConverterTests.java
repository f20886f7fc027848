package com.weelo.dispatch.fcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTests {

  private final DurationConverter durations = new DurationConverter();

  @Test
  void durationsAreReadAsPeopleWriteThem() {
    assertThat(durations.convert("50ms")).isEqualTo(Duration.ofMillis(50));
    assertThat(durations.convert("2s")).isEqualTo(Duration.ofSeconds(2));
    assertThat(durations.convert("0ms")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "50", "fast", "-1s", "1h", "99999999999s"})
  void anythingElseIsExplained(String text) {
    assertThatThrownBy(() -> durations.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("50ms");
  }
}
