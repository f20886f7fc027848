package com.weelo.dispatch.notification.web;

import com.weelo.dispatch.notification.people.Category;
import com.weelo.dispatch.notification.people.Person;
import com.weelo.dispatch.notification.people.Profile;
import com.weelo.dispatch.notification.people.QuietHours;
import com.weelo.dispatch.notification.people.Way;
import com.weelo.dispatch.platform.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told. What is left out when it is put stays, or becomes, unknown; the
 * answer has all of it.
 *
 * @param name as others are told of them
 * @param locale a BCP 47 language tag
 * @param phone by E.164, for text messages
 * @param categories by category and way, whether it is wanted
 */
record PreferencesBody(
    @Nullable @Size(min = 1, max = 100) String name,
    @Nullable String locale,
    @Nullable String timeZone,
    @Nullable @Pattern(regexp = "\\+[1-9][0-9]{6,14}", message = "must be like +919876543210")
        String phone,
    @Nullable
        @Size(max = 254)
        @Pattern(regexp = "[^@\\s]+@[^@\\s]+", message = "must be an address")
        String email,
    @Valid @Nullable Quiet quietHours,
    @Nullable Map<String, Map<String, Boolean>> categories) {

  /** Every day from then until then, in their time zone. */
  record Quiet(@NotNull String from, @NotNull String until) {

    QuietHours hours() {
      try {
        return new QuietHours(
            Settings.time("quietHours.from", from), Settings.time("quietHours.until", until));
      } catch (IllegalArgumentException e) {
        throw Problem.invalid("quietHours.until", "must differ from quietHours.from");
      }
    }

    private static @Nullable Quiet of(@Nullable QuietHours hours) {
      return hours == null ? null : new Quiet(hours.from().toString(), hours.until().toString());
    }
  }

  static PreferencesBody of(Person person, @Nullable String phone, @Nullable String email) {
    var categories = new LinkedHashMap<String, Map<String, Boolean>>();
    for (var category : Category.values()) {
      if (category.isForPeople()) {
        var ways = new LinkedHashMap<String, Boolean>();
        for (var way : Way.values()) {
          ways.put(way.code(), person.ways(category).contains(way));
        }
        categories.put(category.code(), ways);
      }
    }
    return new PreferencesBody(
        person.name(),
        person.locale().toLanguageTag(),
        person.zone().getId(),
        phone,
        email,
        Quiet.of(person.quietHours()),
        categories);
  }

  /**
   * @throws Problem naming the field that is wrong
   */
  Profile profile() {
    return new Profile(
        name,
        Settings.locale("locale", locale),
        Settings.timeZone("timeZone", timeZone),
        phone,
        email,
        quietHours == null ? null : quietHours.hours(),
        choices());
  }

  private Map<Category, Map<Way, Boolean>> choices() {
    var choices = new EnumMap<Category, Map<Way, Boolean>>(Category.class);
    if (categories != null) {
      categories.forEach((code, ways) -> {
        var category =
            Category.chosen(code)
                .orElseThrow(
                    () -> Problem.invalid("categories." + code, "is not a known category"));
        choices.put(category, ways(code, ways));
      });
    }
    return choices;
  }

  private static Map<Way, Boolean> ways(String category, Map<String, Boolean> ways) {
    var chosen = new EnumMap<Way, Boolean>(Way.class);
    if (isNull(ways)) {
      throw Problem.invalid("categories." + category, "must say which ways");
    }
    ways.forEach((code, wanted) -> {
      var field = "categories." + category + "." + code;
      var way = Way.ofCode(code).orElseThrow(() -> Problem.invalid(field, "is not a known way"));
      if (isNull(wanted)) {
        throw Problem.invalid(field, "must be true or false");
      }
      chosen.put(way, wanted);
    });
    return chosen;
  }

  /** What is read from JSON may be, whatever its type says. */
  private static boolean isNull(@Nullable Object value) {
    return value == null;
  }
}
