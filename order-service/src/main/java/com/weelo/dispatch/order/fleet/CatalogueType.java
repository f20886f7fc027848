package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.VehicleType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type of the catalogue, taken apart: its code names its kind, and its length where types of a
 * kind differ by length.
 *
 * @param kind for example {@code TRUCK} or {@code MINI_TRUCK}
 * @param feet of its loading space; null where the code names none
 */
record CatalogueType(VehicleType type, String kind, @Nullable Integer feet) {

  private static final Pattern WITH_LENGTH = Pattern.compile("(.+?)_?(\\d+)FT");

  static CatalogueType of(VehicleType type) {
    var code = type.code();
    var parts = WITH_LENGTH.matcher(code);
    return parts.matches()
        ? new CatalogueType(type, parts.group(1), Integer.valueOf(parts.group(2)))
        : new CatalogueType(type, code, null);
  }

  String code() {
    return type.code();
  }

  boolean isOf(String wanted) {
    return kind.equals(wanted);
  }
}
