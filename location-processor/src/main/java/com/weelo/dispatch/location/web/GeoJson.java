package com.weelo.dispatch.location.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.location.history.Track;
import com.weelo.dispatch.location.history.TrackPoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A track as RFC 7946 wants it: a point for each fix, longitude first. */
final class GeoJson {

  static final String MEDIA_TYPE = "application/geo+json";

  private GeoJson() {}

  static FeatureCollection of(Track track) {
    return new FeatureCollection(
        track.points().stream().map(point -> feature(track.driverId(), point)).toList(),
        track.next());
  }

  private static Feature feature(DriverId driver, TrackPoint point) {
    return new Feature(
        new Point(List.of(point.longitude(), point.latitude())),
        new Properties(
            driver, point.recordedAt(), point.speed(), point.bearing(), point.accuracy()));
  }

  /**
   * @param next where to go on reading: a foreign member, which readers that do not know it ignore
   */
  record FeatureCollection(List<Feature> features, @Nullable Instant next) {
    @JsonProperty
    String type() {
      return "FeatureCollection";
    }
  }

  record Feature(Point geometry, Properties properties) {
    @JsonProperty
    String type() {
      return "Feature";
    }
  }

  record Point(List<Double> coordinates) {
    @JsonProperty
    String type() {
      return "Point";
    }
  }

  record Properties(
      DriverId driverId,
      Instant recordedAt,
      @Nullable Double speed,
      @Nullable Double bearing,
      @Nullable Double accuracy) {}
}
