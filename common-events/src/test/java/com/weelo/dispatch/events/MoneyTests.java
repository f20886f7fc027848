package com.weelo.dispatch.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

  @Test
  void nothingIsAnAmountToo() {
    assertThat(new Money(0, "INR").amountMinor()).isZero();
  }

  @Test
  void anAmountIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Money(-1, "INR"))
        .withMessageContaining("amountMinor");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "IN", "INRS", "inr", "₹", "INR "})
  void aCurrencyIsThreeCapitals(String currency) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Money(1, currency))
        .withMessageContaining("currency");
  }
}
