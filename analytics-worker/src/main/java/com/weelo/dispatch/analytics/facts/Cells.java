package com.weelo.dispatch.analytics.facts;

import com.uber.h3core.H3Core;
import com.weelo.dispatch.events.GeoPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The hexagons of H3 into which areas are divided. */
public final class Cells {

  /** About 5 km² each: a few city blocks by a few, where a truck is minutes away. */
  private static final int RESOLUTION = 7;

  private final H3Core h3;

  public Cells() {
    try {
      h3 = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cell in which a point lies. */
  public long of(GeoPoint point) {
    return of(point.latitude(), point.longitude());
  }

  /**
   * @param latitude degrees north
   * @param longitude degrees east
   */
  public long of(double latitude, double longitude) {
    return h3.latLngToCell(latitude, longitude, RESOLUTION);
  }

  /** As H3 writes it for people. */
  public static String name(long cell) {
    return Long.toHexString(cell);
  }

  public GeoPoint center(long cell) {
    var center = h3.cellToLatLng(cell);
    return new GeoPoint(center.lat, center.lng);
  }

  /** The cell's corners in turn, each as latitude and longitude. */
  public List<List<Double>> ring(long cell) {
    return h3.cellToBoundary(cell).stream().map(corner -> List.of(corner.lat, corner.lng)).toList();
  }
}
