package com.weelo.dispatch.analytics.answers;

import java.time.Duration;
import java.util.Locale;

/**
 * The span of time that one row answers for. Spans begin at full minutes, hours and days of UTC.
 */
public enum Bucket {
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1));

  private final Duration length;

  Bucket(Duration length) {
    this.length = length;
  }

  public Duration length() {
    return length;
  }

  /** As PostgreSQL and the clients call it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
