package com.weelo.dispatch.suite.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What vehicles and customers of one place really did over the same stretch of time.
 *
 * @param fixes in the order of time, at least one
 * @param trips in the order of time
 */
public record Recording(List<TraceFix> fixes, List<Trip> trips) {

  private static final String BUNDLED_TRACES = "san-francisco-traces.csv.gz";
  private static final String BUNDLED_TRIPS = "san-francisco-trips.csv.gz";

  public Recording {
    fixes = fixes.stream().sorted(Comparator.comparing(TraceFix::at)).toList();
    trips = trips.stream().sorted(Comparator.comparing(Trip::at)).toList();
    if (fixes.isEmpty()) {
      throw new MalformedRecording("the traces hold no position");
    }
  }

  /**
   * Reads a recording from files, or the bundled one where none are named.
   *
   * @throws MalformedRecording where a file lacks a column or holds what is no number
   * @throws UncheckedIOException where a file cannot be read
   */
  public static Recording load(@Nullable Path traces, @Nullable Path trips) {
    return new Recording(
        read(traces, BUNDLED_TRACES, TraceFix::of), read(trips, BUNDLED_TRIPS, Trip::of));
  }

  public Instant begin() {
    return fixes.getFirst().at();
  }

  public Instant end() {
    return fixes.getLast().at();
  }

  public Duration length() {
    return Duration.between(begin(), end());
  }

  private static <T> List<T> read(@Nullable Path file, String bundled, Function<CsvRow, T> parse) {
    var name = file == null ? bundled : file.toString();
    try (var content = file == null ? bundled(bundled) : Files.newInputStream(file)) {
      return CsvFile.read(name, content, parse);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static InputStream bundled(String name) {
    return Objects.requireNonNull(Recording.class.getResourceAsStream(name), name);
  }
}
