package com.weelo.dispatch.events;

import java.util.regex.Pattern;

/** Reads MAJOR.MINOR. */
final class Versions {

  private static final Pattern MAJOR_MINOR = Pattern.compile("(\\d{1,9})\\.\\d{1,9}");

  private Versions() {}

  static int major(String version) {
    var parts = MAJOR_MINOR.matcher(version);
    if (!parts.matches()) {
      throw new MalformedEvent("eventVersion is not MAJOR.MINOR", null);
    }
    return Integer.parseInt(parts.group(1));
  }
}
