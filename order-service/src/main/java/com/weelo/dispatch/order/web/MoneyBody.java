package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/** An amount as clients name it. */
record MoneyBody(
    @NotNull @PositiveOrZero Long amountMinor, @NotNull @CurrencyCode String currency) {

  Money money() {
    return new Money(amountMinor, currency);
  }
}
