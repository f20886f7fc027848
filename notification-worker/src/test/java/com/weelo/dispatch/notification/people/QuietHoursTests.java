package com.weelo.dispatch.notification.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "loud",
      value = {
        // hours      | zone           | then                 | quiet until
        "22:00-07:00 | Asia/Kolkata     | 2026-05-04T16:29:59Z | loud",
        "22:00-07:00 | Asia/Kolkata     | 2026-05-04T16:30:00Z | 2026-05-05T01:30:00Z",
        "22:00-07:00 | Asia/Kolkata     | 2026-05-05T01:29:59Z | 2026-05-05T01:30:00Z",
        "22:00-07:00 | Asia/Kolkata     | 2026-05-05T01:30:00Z | loud",
        "13:00-15:00 | Asia/Kolkata     | 2026-05-04T08:00:00Z | 2026-05-04T09:30:00Z",
        "13:00-15:00 | Asia/Kolkata     | 2026-05-04T09:30:00Z | loud",
        "22:00-07:00 | America/New_York | 2026-05-05T03:00:00Z | 2026-05-05T11:00:00Z",
        // The clocks go forward from 2:00 to 3:00, and back from 3:00 to 2:00.
        "22:00-02:30 | Europe/Berlin    | 2026-03-28T23:00:00Z | 2026-03-29T01:30:00Z",
        "22:00-07:00 | Europe/Berlin    | 2026-10-24T21:00:00Z | 2026-10-25T06:00:00Z",
      })
  void it_is_quiet_by_the_clock_on_the_wall(
      String hours, String zone, Instant then, @Nullable Instant until) {
    var quiet =
        new QuietHours(LocalTime.parse(hours.substring(0, 5)), LocalTime.parse(hours.substring(6)));

    assertThat(quiet.endAt(then, ZoneId.of(zone))).isEqualTo(Optional.ofNullable(until));
  }

  @Test
  void quiet_hours_have_to_end() {
    assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
