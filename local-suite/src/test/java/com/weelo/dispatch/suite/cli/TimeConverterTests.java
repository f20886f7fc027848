package com.weelo.dispatch.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class TimeConverterTests {

  private final TimeConverter times =
      new TimeConverter(Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "2026-05-04T11:30:00.250Z,  2026-05-04T11:30:00.250Z",
    "2026-05-04T17:00:00+05:30, 2026-05-04T11:30:00Z",
    "90s, 2026-05-04T11:58:30Z",
    "15m, 2026-05-04T11:45:00Z",
    "2h,  2026-05-04T10:00:00Z",
    "7d,  2026-04-27T12:00:00Z",
  })
  void a_time_is_said_exactly_or_as_how_long_ago_it_was(String said, Instant meant) {
    assertThat(times.convert(said)).isEqualTo(meant);
  }

  @Test
  void what_is_no_time_is_refused_with_what_one_looks_like() {
    assertThatThrownBy(() -> times.convert("yesterday"))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContainingAll("yesterday is no time", "2026-05-04T12:00:00Z", "15m");
  }
}
