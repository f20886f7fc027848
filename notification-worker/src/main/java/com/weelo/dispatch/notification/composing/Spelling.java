package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.notification.composing.Wording.Amount;
import com.weelo.dispatch.notification.composing.Wording.Count;
import com.weelo.dispatch.notification.composing.Wording.Distance;
import com.weelo.dispatch.notification.composing.Wording.Names;
import com.weelo.dispatch.notification.composing.Wording.Value;
import com.weelo.dispatch.notification.composing.Wording.Vehicle;
import com.weelo.dispatch.notification.composing.Wording.Words;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Puts values into words of a language. Figures are written alike in all of them. */
final class Spelling {

  private static final int METRES_PER_KILOMETRE = 1000;
  private static final int USUAL_FRACTION_DIGITS = 2;

  private static final Locale FIGURES = Locale.ENGLISH;

  private final UnaryOperator<String> parts;

  /**
   * @param parts what stands in the language for parts of texts, by their names
   */
  Spelling(UnaryOperator<String> parts) {
    this.parts = parts;
  }

  String spell(Value value) {
    return switch (value) {
      case Words(var words) -> words;
      case Count(var count) -> Long.toString(count);
      case Vehicle(var type) -> vehicle(type);
      case Amount(var money) -> amount(money);
      case Distance(var meters) -> distance(meters);
      case Names names -> names(names);
    };
  }

  /** {@code TRUCK_14FT} as "Truck 14ft": a name, which is not translated. */
  private static String vehicle(VehicleType type) {
    var words = type.code().replace('_', ' ');
    return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private String distance(long meters) {
    return meters < METRES_PER_KILOMETRE
        ? part("distance.metres", Map.of("metres", Long.toString(meters)))
        : part(
            "distance.kilometres",
            Map.of(
                "kilometres",
                String.format(FIGURES, "%.1f", meters / (double) METRES_PER_KILOMETRE)));
  }

  private String names(Names names) {
    var named = names.names();
    if (named.size() == names.inAll() && named.size() <= 2) {
      return named.size() == 1
          ? part("names.one", Map.of("first", named.getFirst()))
          : part("names.two", Map.of("first", named.get(0), "second", named.get(1)));
    }
    var listed = Map.of("first", String.join(", ", named));
    return switch (names.inAll() - named.size()) {
      case 0 -> part("names.one", listed);
      case 1 -> part("names.one-more", listed);
      default -> {
        var more = new HashMap<>(listed);
        more.put("others", Integer.toString(names.inAll() - named.size()));
        yield part("names.more", more);
      }
    };
  }

  private String part(String name, Map<String, String> values) {
    return Templates.filled(
        parts.apply(name), variable -> Objects.requireNonNull(values.get(variable), variable));
  }

  private String amount(Money money) {
    var digits = fractionDigits(money.currency());
    var amount = BigDecimal.valueOf(money.amountMinor(), digits);
    return String.format(FIGURES, "%s %,." + digits + "f", money.currency(), amount);
  }

  /** A code that this Java does not know is no reason not to tell of an offer. */
  private static int fractionDigits(String currency) {
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(currency))
        .mapToInt(Currency::getDefaultFractionDigits)
        .filter(digits -> digits >= 0)
        .findAny()
        .orElse(USUAL_FRACTION_DIGITS);
  }
}
