package com.weelo.dispatch.location.cleaning;

import com.weelo.dispatch.events.VehicleType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report must be to be judged at all. Asked at the door, and again behind Kafka, since other
 * services and hands write to the topics too.
 */
public final class FormPolicy {

  private static final long EARTHS_GIRTH = 40_075_000;

  private final Set<VehicleType> vehicleTypes;
  private final Duration clockAhead;

  /**
   * @param vehicleTypes the catalogue
   * @param clockAhead how far a device's clock may be ahead of ours
   */
  public FormPolicy(Set<VehicleType> vehicleTypes, Duration clockAhead) {
    this.vehicleTypes = Set.copyOf(vehicleTypes);
    this.clockAhead = clockAhead;
  }

  /** A field that is wrong, and how. */
  public record Violation(String field, String message) {}

  /**
   * @return empty where nothing speaks against the report
   */
  public List<Violation> violations(Report report, Instant now) {
    var fix = report.fix();
    var found = new ArrayList<Violation>();
    id("driverId", report.driverId().value(), found);
    id("transporterId", report.transporterId().value(), found);
    range("latitude", fix.latitude(), -90, 90, found);
    range("longitude", fix.longitude(), -180, 180, found);
    if (fix.latitude() == 0 && fix.longitude() == 0) {
      // What devices report that have no position yet; the place itself is open sea.
      found.add(new Violation("latitude", "is 0 as the longitude is: not a position"));
    }
    range("speed", fix.speed(), 0, 1_000, found);
    range("bearing", fix.bearing(), 0, 360, found);
    range("accuracy", fix.accuracy(), 0, EARTHS_GIRTH, found);
    if (isFuture(fix.recordedAt(), now)) {
      found.add(new Violation("recordedAt", "is in the future"));
    }
    if (fix.vehicleType() != null && !vehicleTypes.contains(fix.vehicleType())) {
      found.add(new Violation("vehicleType", "is not in the catalogue"));
    }
    return found;
  }

  public boolean isSound(Report report, Instant now) {
    return violations(report, now).isEmpty();
  }

  /** Whether the time is further ahead of ours than clocks differ. */
  public boolean isFuture(Instant recordedAt, Instant now) {
    return recordedAt.isAfter(now.plus(clockAhead));
  }

  /** PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair, and no id needs the others. */
  private static void id(String field, String id, List<Violation> found) {
    if (id.codePoints().anyMatch(FormPolicy::isNoCharacter)) {
      found.add(new Violation(field, "contains control characters"));
    }
  }

  private static boolean isNoCharacter(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static void range(
      String field, @Nullable Double value, long min, long max, List<Violation> found) {
    // Written so that NaN fails too.
    if (value != null && !(value >= min && value <= max)) {
      found.add(new Violation(field, "must be between %d and %d".formatted(min, max)));
    }
  }
}
