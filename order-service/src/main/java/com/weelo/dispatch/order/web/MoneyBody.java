package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;

/** An amount as clients name it. */
record MoneyBody(
    @NotNull @PositiveOrZero Long amountMinor,
    @NotNull @Pattern(regexp = "[A-Z]{3}", message = "is an ISO 4217 code") String currency) {

  Money money() {
    return new Money(amountMinor, currency);
  }
}
