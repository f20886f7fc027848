package com.weelo.dispatch.suite.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times as they stand in events, or as people say how long ago something was. */
final class TimeConverter implements ITypeConverter<Instant> {

  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

  private final Clock clock;

  /** For the command line. */
  TimeConverter() {
    this(Clock.systemUTC());
  }

  TimeConverter(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant convert(String text) {
    var ago = AGO.matcher(text);
    if (ago.matches()) {
      return clock.instant().minus(duration(ago.group(1), ago.group(2)));
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException noTime) {
      throw new TypeConversionException(
          text + " is no time; 2026-05-04T12:00:00Z is one, and 15m is a quarter of an hour ago");
    }
  }

  private static Duration duration(String count, String unit) {
    var written = unit.equals("d") ? "P" + count + "D" : "PT" + count + unit;
    return Duration.parse(written.toUpperCase(Locale.ROOT));
  }
}
