package com.weelo.dispatch.order.fleet;

import java.util.Locale;
import java.util.Optional;

/**
 * What stands on a truck's plate, as capitals and digits only: blanks, dots and dashes are written
 * or not as people like.
 */
public record Registration(String plate) {

  private static final int LONGEST = 64;

  static Optional<Registration> read(String text) {
    var plate = text.toUpperCase(Locale.ROOT).replaceAll("[\\s._/-]", "");
    return plate.matches("[\\p{L}\\p{N}]{1," + LONGEST + "}")
        ? Optional.of(new Registration(plate))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return plate;
  }
}
