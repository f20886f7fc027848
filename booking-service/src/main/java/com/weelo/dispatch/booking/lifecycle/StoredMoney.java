package com.weelo.dispatch.booking.lifecycle;

import com.weelo.dispatch.events.Money;
import jakarta.persistence.Embeddable;

/** {@link Money} as columns. */
@Embeddable
record StoredMoney(long amount, String currency) {

  static StoredMoney of(Money money) {
    return new StoredMoney(money.amountMinor(), money.currency());
  }

  Money money() {
    return new Money(amount, currency);
  }
}
