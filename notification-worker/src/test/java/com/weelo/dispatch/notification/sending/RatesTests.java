package com.weelo.dispatch.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTests {

  private static final Address PHONE = new Address("a-hash", "a-phone", "android");
  private static final Address TABLET = new Address("another-hash", "a-tablet", "android");

  private final StandingTime time = new StandingTime();

  @Test
  void an_address_gets_no_more_than_its_minute_allows_and_others_still_get_theirs() {
    var rates = rates(new RateRules(1_000_000, 1, 2, 100));

    assertThat(rates.take(PHONE)).isZero();
    assertThat(rates.take(PHONE)).isZero();
    assertThat(rates.take(PHONE)).isEqualTo(Duration.ofSeconds(30));
    assertThat(rates.take(TABLET)).isZero();
  }

  @Test
  void an_address_gets_no_more_than_its_hour_allows() {
    var rates = rates(new RateRules(1_000_000, 1, 100, 2));

    rates.take(PHONE);
    rates.take(PHONE);

    assertThat(rates.take(PHONE)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void all_together_get_no_more_than_the_channel_allows() {
    var rates = rates(new RateRules(120, 2, 100, 100)); // one a second for each instance

    assertThat(rates.take(PHONE)).isZero();
    assertThat(rates.take(TABLET)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void what_the_channel_does_not_let_through_is_not_counted_against_the_address() {
    var rates = rates(new RateRules(60, 1, 2, 100));
    rates.take(TABLET);
    for (var i = 0; i < 5; i++) {
      assertThat(rates.take(PHONE)).isPositive();
    }

    time.passes(Duration.ofSeconds(1));
    assertThat(rates.take(PHONE)).isZero();
    time.passes(Duration.ofSeconds(1));
    assertThat(rates.take(PHONE)).isZero();
  }

  @Test
  void those_that_come_too_early_are_given_one_turn_after_the_other() {
    var rates = rates(new RateRules(1_000_000, 1, 60, 1_000)); // one a second
    for (var i = 0; i < 60; i++) {
      rates.take(PHONE);
    }

    assertThat(rates.take(PHONE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(rates.take(PHONE)).isEqualTo(Duration.ofSeconds(2));
    assertThat(rates.take(PHONE)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void who_has_no_turn_yet_need_not_wait_for_turns_that_nobody_takes() {
    var rates = rates(new RateRules(1_000_000, 1, 60, 1_000));
    for (var i = 0; i < 1_000; i++) {
      rates.take(PHONE);
    }

    assertThat(rates.take(PHONE)).isEqualTo(Duration.ofSeconds(11));
    time.passes(Duration.ofSeconds(1));
    assertThat(rates.take(PHONE)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 100, 1_000})
  void a_line_is_served_as_fast_as_is_allowed_and_few_come_in_vain(int messages) {
    var rates = rates(new RateRules(1_000_000, 1, 120, 10_000)); // two a second
    for (var i = 0; i < 120; i++) {
      rates.take(PHONE);
    }
    var begin = time.currentTimeNanos();
    var line = new TreeMap<Long, Integer>(Map.of(begin, messages));
    var asked = 0;

    while (!line.isEmpty()) {
      var due = line.pollFirstEntry();
      time.is(due.getKey());
      for (var i = 0; i < due.getValue(); i++) {
        asked++;
        var wait = rates.take(PHONE);
        if (!wait.isZero()) {
          line.merge(time.currentTimeNanos() + wait.toNanos(), 1, Integer::sum);
        }
      }
    }

    var seconds = Duration.ofNanos(time.currentTimeNanos() - begin).toMillis() / 1_000.0;
    assertThat(seconds).isBetween(messages / 2.0 - 1, messages / 2.0 + 1);
    assertThat(asked).isLessThanOrEqualTo(messages * (3 + messages / 20));
  }

  private Rates rates(RateRules rules) {
    return new Rates(rules, time);
  }

  /** Passes as it is told to. */
  private static final class StandingTime implements TimeMeter {

    private long nanos;

    void passes(Duration duration) {
      nanos += duration.toNanos();
    }

    void is(long nanos) {
      this.nanos = nanos;
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
