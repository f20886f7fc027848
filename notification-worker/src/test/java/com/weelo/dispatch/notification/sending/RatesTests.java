package com.weelo.dispatch.notification.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatesTests {

  private static final Address PHONE = new Address("a-hash", "a-phone", "android");
  private static final Address TABLET = new Address("another-hash", "a-tablet", "android");

  @Test
  void an_address_gets_no_more_than_its_minute_allows_and_others_still_get_theirs() {
    var rates = new Rates(new RateRules(1_000_000, 1, 2, 100));

    assertThat(rates.take(PHONE)).isZero();
    assertThat(rates.take(PHONE)).isZero();
    assertThat(rates.take(PHONE)).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(30));
    assertThat(rates.take(TABLET)).isZero();
  }

  @Test
  void an_address_gets_no_more_than_its_hour_allows() {
    var rates = new Rates(new RateRules(1_000_000, 1, 100, 2));

    rates.take(PHONE);
    rates.take(PHONE);

    assertThat(rates.take(PHONE)).isGreaterThan(Duration.ofMinutes(1));
  }

  @Test
  void all_together_get_no_more_than_the_channel_allows() {
    var rates = new Rates(new RateRules(120, 2, 100, 100)); // one a second for each instance

    assertThat(rates.take(PHONE)).isZero();
    assertThat(rates.take(TABLET)).isPositive();
  }

  @Test
  void what_the_channel_does_not_let_through_is_not_counted_against_the_address() {
    var rates = new Rates(new RateRules(60, 1, 2, 100));
    rates.take(TABLET);

    for (var i = 0; i < 5; i++) {
      assertThat(rates.take(PHONE)).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }
  }
}
