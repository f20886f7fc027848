package com.weelo.dispatch.notification.web;

import com.weelo.dispatch.platform.web.Problem;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people set, checked. Each answers null for null. */
final class Settings {

  private static final int LONGEST = 64;

  private Settings() {}

  /** A BCP 47 language tag. */
  static @Nullable String locale(String field, @Nullable String tag) {
    if (tag == null) {
      return null;
    }
    try {
      var locale = new Locale.Builder().setLanguageTag(tag).build();
      if (!locale.getLanguage().isEmpty() && tag.length() <= LONGEST) {
        return locale.toLanguageTag();
      }
    } catch (IllformedLocaleException e) {
      // said below
    }
    throw Problem.invalid(field, "must be a language tag such as en or hi-IN");
  }

  /** A name in the time zone database. */
  static @Nullable String timeZone(String field, @Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      return ZoneId.of(name).getId();
    } catch (DateTimeException e) {
      throw Problem.invalid(field, "must be a time zone such as Asia/Kolkata");
    }
  }

  /** A time of day, in minutes. */
  static LocalTime time(String field, String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeException e) {
      throw Problem.invalid(field, "must be a time such as 22:00");
    }
  }
}
