package com.weelo.dispatch.order.fleet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a vehicle type as somebody wrote it, for example {@code 24 / 26 FT Taurus Open 21MT
 * - HCV}. Read once, from front to back.
 */
final class Spelling {

  static final String CONTAINER = "container";

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ ()/|,.]+");
  private static final Pattern STRANGE_WORD = Pattern.compile("[^ ()/|,.]+");

  /** Tried in this order, since some begin as others do. */
  private static final List<Word> WORDS =
      List.of(
          new Word(
              "(\\d{1,2})(?: ?[/|] ?\\d{1,2})? ?(?:FT|FEET|FOOT|')",
              (s, found) -> s.isLong(Integer.parseInt(found.group(1)))),
          new Word(
              "(\\d{1,2}(?:\\.\\d{1,2})?) ?(?:MT|TONNES?|TONS?|T)",
              (s, found) -> s.carries(new BigDecimal(found.group(1)))),
          new Word("(?:TATA )?407", (s, found) -> s.isLong(14)),
          kind("TRAILER", "(?:SEMI ?)?TRAIL[EO]R"),
          kind("TIPPER", "TIPPER|DUMPER"),
          kind("TANKER", "TANKER"),
          kind("PICKUP", "PICK ?UP(?: TRUCK)?"),
          kind("MINI_TRUCK", "MINI ?TRUCK|(?:TATA )?ACE"),
          trait("flat bed", "FLAT ?BED"),
          trait("open body", "OPEN(?: BODY)?"),
          trait("closed body", "CLOSED?(?: BODY)?"),
          trait(CONTAINER, "CONTAINER"),
          trait("taurus", "TAU?RUS"),
          trait("single axle", "SINGLE ?AXLE|SXL"),
          trait("double axle", "DOUBLE ?AXLE|DXL"),
          trait("multi axle", "MULTI ?AXLE|MXL"),
          trait("triple axle", "TRIPLE ?AXLE|3XL|TXL"),
          // What tells nothing that length and kind do not: height, volume, wheels, classes,
          // makers.
          noise("\\d{1,2}(?:\\.\\d+)? ?(?:H|KL)|\\d{1,2} ?(?:WHEELER|TYRES?)"),
          noise("TRUCK|LORRY|VEHICLE|BODY|(?:MINI )?LCV|MCV|HCV"),
          noise("TATA|MAHINDRA|ASHOK LEYLAND|EICHER|BHARATBENZ"));

  private final Set<String> kinds = new LinkedHashSet<>();
  private final SortedSet<String> traits = new TreeSet<>();
  private final List<String> strange = new ArrayList<>();
  private @Nullable Integer feet;
  private @Nullable BigDecimal tonnes;

  private record Word(Pattern pattern, BiConsumer<Spelling, MatchResult> meaning) {
    Word(String pattern, BiConsumer<Spelling, MatchResult> meaning) {
      this(Pattern.compile("(?:" + pattern + ")(?![A-Z0-9])"), meaning);
    }
  }

  private static Word kind(String kind, String pattern) {
    return new Word(pattern, (s, found) -> s.kinds.add(kind));
  }

  private static Word trait(String trait, String pattern) {
    return new Word(pattern, (s, found) -> s.traits.add(trait));
  }

  private static Word noise(String pattern) {
    return new Word(pattern, (s, found) -> {});
  }

  Spelling(String text) {
    var rest = text.toUpperCase(Locale.ROOT).replaceAll("[\\s_-]+", " ");
    while (!rest.isEmpty()) {
      rest = rest.substring(readFront(rest));
    }
  }

  /**
   * @return how much was read
   */
  private int readFront(String rest) {
    var between = BETWEEN_WORDS.matcher(rest);
    if (between.lookingAt()) {
      return between.end();
    }
    for (var word : WORDS) {
      var found = word.pattern().matcher(rest);
      if (found.lookingAt()) {
        word.meaning().accept(this, found);
        return found.end();
      }
    }
    var unknown = STRANGE_WORD.matcher(rest);
    unknown.lookingAt();
    strange.add(unknown.group());
    return unknown.end();
  }

  /** Of several lengths the first counts: the shorter one, as they are written. */
  private void isLong(int length) {
    feet = feet == null ? Integer.valueOf(length) : feet;
  }

  private void carries(BigDecimal weight) {
    tonnes = tonnes == null ? weight : tonnes;
  }

  /** What it calls the truck, as kinds of the catalogue; empty where it is just a truck. */
  Set<String> kinds() {
    return kinds;
  }

  @Nullable Integer feet() {
    return feet;
  }

  @Nullable BigDecimal tonnes() {
    return tonnes;
  }

  boolean hasContainer() {
    return traits.contains(CONTAINER);
  }

  /** Body and axles in one line, always in one order; null where it names neither. */
  @Nullable String subtype() {
    return traits.isEmpty() ? null : String.join(", ", traits);
  }

  /** Whether every word says something about trucks. */
  boolean isUnderstood() {
    return strange.isEmpty();
  }
}
