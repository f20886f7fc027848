package com.weelo.dispatch.location.cleaning;

import org.jspecify.annotations.Nullable;

/**
 * What cleaning remembers of a driver.
 *
 * @param current the newest sighting believed; null before the first
 * @param elsewhere where the driver seems to be instead; null while nothing speaks against {@code
 *     current}
 */
public record Track(@Nullable Sighting current, @Nullable Elsewhere elsewhere) {

  /** Of a driver never heard of. */
  public static final Track UNKNOWN = new Track(null, null);

  static Track at(Sighting current) {
    return new Track(current, null);
  }
}
