package com.weelo.dispatch.location.cleaning;

import static java.time.temporal.ChronoUnit.MILLIS;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.GpsFix;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a driver was seen.
 *
 * @param recordedAt when the device took the fix, to the millisecond: what tells one sighting of a
 *     driver from another
 * @param sequence the device's running number, where it has one
 */
public record Sighting(GeoPoint point, Instant recordedAt, @Nullable Long sequence) {

  public Sighting {
    recordedAt = recordedAt.truncatedTo(MILLIS);
  }

  /**
   * @throws IllegalArgumentException where the fix is not on earth
   */
  public static Sighting of(GpsFix fix) {
    return new Sighting(
        new GeoPoint(fix.latitude(), fix.longitude()), fix.recordedAt(), fix.sequence());
  }
}
