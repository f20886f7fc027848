package com.weelo.dispatch.analytics.live;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking or order on the map.
 *
 * @param kind {@code booking} or {@code order}
 * @param offered transporters reached so far
 * @param radiusMeters to the farthest captain of the last wave
 * @param winner where the captain was who took it
 */
record LiveBooking(
    String id,
    String kind,
    double lat,
    double lng,
    String status,
    @Nullable VehicleType type,
    int wave,
    int offered,
    long radiusMeters,
    Instant createdAt,
    @Nullable Spot winner) {

  record Spot(double lat, double lng) {}

  static LiveBooking made(
      String id, String kind, GeoPoint pickup, @Nullable VehicleType type, Instant at) {
    return new LiveBooking(
        id,
        kind,
        pickup.latitude(),
        pickup.longitude(),
        kind.equals("order") ? "processing" : "searching",
        type,
        0,
        0,
        0,
        at,
        null);
  }

  LiveBooking withWave(int number, int reached, long radius) {
    return new LiveBooking(
        id, kind, lat, lng, status, type, number, offered + reached, radius, createdAt, winner);
  }

  LiveBooking withStatus(String next) {
    return new LiveBooking(
        id, kind, lat, lng, next, type, wave, offered, radiusMeters, createdAt, winner);
  }

  LiveBooking wonFrom(Spot spot) {
    return new LiveBooking(
        id, kind, lat, lng, status, type, wave, offered, radiusMeters, createdAt, spot);
  }
}
