package com.weelo.dispatch.events;

/**
 * A position on the WGS84 ellipsoid.
 *
 * @param latitude degrees north, −90 to 90
 * @param longitude degrees east, −180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

  private static final double EARTH_RADIUS_METERS = 6_371_008.8;

  public GeoPoint {
    Checks.within("latitude", latitude, -90, 90);
    Checks.within("longitude", longitude, -180, 180);
  }

  /** Great-circle distance in metres (haversine). */
  public double distanceMetersTo(GeoPoint other) {
    var dLat = Math.toRadians(other.latitude - latitude);
    var dLon = Math.toRadians(other.longitude - longitude);
    var a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
