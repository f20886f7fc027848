package com.weelo.dispatch.order.fleet;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import com.weelo.dispatch.events.VehicleType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What people call a truck, as a type of the catalogue. A truck counts as the longest type that is
 * not longer than it: whoever orders 20 feet gets no less.
 */
final class SpellingPolicy {

  private static final String TRUCK = "TRUCK";
  private static final String CONTAINER = "CONTAINER";
  private static final int LONGEST = 100;
  private static final int MOST_SUGGESTIONS = 3;

  /** Small trucks go by their weight where nothing else is said: up to so many tonnes. */
  private static final BigDecimal MINI_TRUCK_CARRIES = BigDecimal.ONE;

  private static final BigDecimal PICKUP_CARRIES = BigDecimal.TWO;

  private final List<CatalogueType> catalogue;

  SpellingPolicy(Collection<VehicleType> catalogue) {
    this.catalogue = catalogue.stream().map(CatalogueType::of).toList();
  }

  SpelledType read(String text) {
    if (text.length() > LONGEST) {
      var beginning = text.substring(0, LONGEST);
      return new SpelledType.Unknown(nearest(beginning, new Spelling(beginning)));
    }
    var exact = byCode(text);
    if (exact.isPresent()) {
      return new SpelledType.Known(exact.get().type(), null, null);
    }
    var spelling = new Spelling(text);
    return Optional.of(spelling)
        .filter(Spelling::isUnderstood)
        .flatMap(this::type)
        .<SpelledType>map(
            found -> new SpelledType.Known(found.type(), spelling.subtype(), spelling.tonnes()))
        .orElseGet(() -> new SpelledType.Unknown(nearest(text, spelling)));
  }

  private Optional<CatalogueType> byCode(String text) {
    var letters = lettersOf(text);
    return only(type -> lettersOf(type.code()).equals(letters));
  }

  private Optional<CatalogueType> type(Spelling spelling) {
    if (spelling.kinds().size() > 1) {
      return Optional.empty();
    }
    if (!spelling.kinds().isEmpty()) {
      return ofKind(spelling.kinds().iterator().next(), spelling);
    }
    if (spelling.hasContainer()) {
      return spelling.feet() == null
          ? only(type -> type.isOf(CONTAINER))
          : longest(Set.of(CONTAINER, TRUCK), spelling.feet());
    }
    return spelling.feet() == null ? byWeight(spelling) : longest(Set.of(TRUCK), spelling.feet());
  }

  private Optional<CatalogueType> ofKind(String kind, Spelling spelling) {
    var withoutLength = only(type -> type.isOf(kind) && type.feet() == null);
    if (withoutLength.isPresent()) {
      return withoutLength;
    }
    return spelling.feet() == null
        ? only(type -> type.isOf(kind))
        : longest(Set.of(kind), spelling.feet());
  }

  private Optional<CatalogueType> byWeight(Spelling spelling) {
    var tonnes = spelling.tonnes();
    if (tonnes == null || tonnes.signum() == 0 || tonnes.compareTo(PICKUP_CARRIES) > 0) {
      return Optional.empty();
    }
    var kind = tonnes.compareTo(MINI_TRUCK_CARRIES) <= 0 ? "MINI_TRUCK" : "PICKUP";
    return only(type -> type.isOf(kind));
  }

  /** Of types equally long a container is one where it can be. */
  private Optional<CatalogueType> longest(Set<String> kinds, int feet) {
    return catalogue.stream()
        .filter(type -> kinds.contains(type.kind()))
        .filter(type -> length(type) > 0 && length(type) <= feet)
        .max(comparingInt(SpellingPolicy::length).thenComparing(type -> type.isOf(CONTAINER)));
  }

  /** The one type of which that is true; empty where it is true of several. */
  private Optional<CatalogueType> only(Predicate<CatalogueType> wanted) {
    var found = catalogue.stream().filter(wanted).toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** By kind and length as far as those are told, then by letters. */
  private List<String> nearest(String text, Spelling spelling) {
    var letters = lettersOf(text);
    var feet = spelling.feet();
    Comparator<CatalogueType> order =
        comparing((CatalogueType type) -> !spelling.kinds().contains(type.kind()))
            .thenComparing(type -> feet == null ? 0 : Math.abs(length(type) - feet))
            .thenComparing(type -> EditDistance.between(letters, lettersOf(type.code())));
    return catalogue.stream()
        .sorted(order)
        .limit(MOST_SUGGESTIONS)
        .map(CatalogueType::code)
        .toList();
  }

  private static int length(CatalogueType type) {
    var feet = type.feet();
    return feet == null ? 0 : feet;
  }

  private static String lettersOf(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
