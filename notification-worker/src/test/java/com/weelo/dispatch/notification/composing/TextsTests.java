package com.weelo.dispatch.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.VehicleType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTests {

  private static final VehicleType TIPPER = new VehicleType("TIPPER");

  @ParameterizedTest
  @CsvSource({"0, 0 m", "999, 999 m", "1000, 1.0 km", "12345, 12.3 km"})
  void distances_are_told_in_metres_or_kilometres(long meters, String told) {
    assertThat(Texts.offer(TIPPER, meters, new Money(1, "INR")).body()).contains(", " + told + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "123456789 | INR | INR 1,234,567.89",
        "123456    | JPY | JPY 123,456",
        "123456    | KWD | KWD 123.456",
        "50        | ZZZ | ZZZ 0.50"
      })
  void amounts_have_as_many_digits_as_their_currency(long minor, String currency, String told) {
    assertThat(Texts.completed(TIPPER, new Money(minor, currency)).body()).endsWith(", " + told);
  }

  @ParameterizedTest
  @CsvSource({"TIPPER, Tipper", "MINI_TRUCK, Mini truck", "TRUCK_14FT, Truck 14ft"})
  void vehicle_types_are_told_in_words(String code, String told) {
    assertThat(Texts.accepted(new VehicleType(code)).body()).endsWith(": " + told);
  }
}
