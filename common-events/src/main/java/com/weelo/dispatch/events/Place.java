package com.weelo.dispatch.events;

import org.jspecify.annotations.Nullable;

/**
 * Where goods are picked up or dropped: a position with what people call it.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record Place(double latitude, double longitude, @Nullable String address) {

  public Place {
    Checks.within("latitude", latitude, -90, 90);
    Checks.within("longitude", longitude, -180, 180);
  }

  public GeoPoint point() {
    return new GeoPoint(latitude, longitude);
  }
}
