package com.weelo.dispatch.events;

/**
 * An amount of money.
 *
 * @param amountMinor in the currency's smallest unit (paise, cents), not negative
 * @param currency ISO 4217 code of three capitals
 */
public record Money(long amountMinor, String currency) {

  public Money {
    Checks.atLeast("amountMinor", amountMinor, 0);
    if (!currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("currency must be an ISO 4217 code");
    }
  }
}
