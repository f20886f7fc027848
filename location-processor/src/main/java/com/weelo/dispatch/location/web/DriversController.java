package com.weelo.dispatch.location.web;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.location.VehicleCatalogue;
import com.weelo.dispatch.location.history.ReadingTracks;
import com.weelo.dispatch.location.history.Track;
import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import com.weelo.dispatch.platform.redis.NearbyDrivers;
import com.weelo.dispatch.platform.redis.RedisUnavailable;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where drivers are and have been. */
@RestController
@RequestMapping("/api/v1/drivers")
class DriversController {

  private static final Duration DEFAULT_SPAN = Duration.ofDays(1);

  private final NearbyDrivers nearby;
  private final ReadingTracks tracks;
  private final VehicleCatalogue catalogue;
  private final Clock clock;

  DriversController(
      NearbyDrivers nearby, ReadingTracks tracks, VehicleCatalogue catalogue, Clock clock) {
    this.nearby = nearby;
    this.tracks = tracks;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  record Drivers(List<Driver> drivers) {}

  record Driver(
      DriverId driverId,
      TransporterId transporterId,
      double latitude,
      double longitude,
      long distanceMeters,
      long ageSeconds) {

    static Driver of(NearbyDrivers.Nearby found) {
      return new Driver(
          found.driverId(),
          found.transporterId(),
          found.position().latitude(),
          found.position().longitude(),
          found.distanceMeters(),
          found.age().toSeconds());
    }
  }

  /**
   * The free drivers around a place, nearest first.
   *
   * <p>Redis knows no positions nearer to the poles than 85 degrees.
   *
   * @param latitude degrees north
   * @param longitude degrees east
   * @param vehicleType a code of the catalogue
   * @param radiusMeters how far to look
   */
  @GetMapping("/nearby")
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.OPS})
  Drivers findNearbyDrivers(
      @RequestParam @DecimalMin("-85") @DecimalMax("85") double latitude,
      @RequestParam @DecimalMin("-180") @DecimalMax("180") double longitude,
      @RequestParam VehicleType vehicleType,
      @RequestParam(defaultValue = "10000") @Min(1) @Max(GeoIndexKeys.LARGEST_RADIUS_METERS)
          long radiusMeters,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
    if (!catalogue.has(vehicleType)) {
      throw Problem.invalid("vehicleType", "is not in the catalogue");
    }
    try {
      var center = new GeoPoint(latitude, longitude);
      return new Drivers(
          nearby.find(center, vehicleType, radiusMeters, limit).stream().map(Driver::of).toList());
    } catch (RedisUnavailable e) {
      throw Problem.unavailable(
          "TEMPORARILY_UNAVAILABLE", "Nobody can say at the moment who is near.", 1);
    }
  }

  /**
   * Where a driver has been, oldest first.
   *
   * <p>The driver, its transporter and ops may see it; as GeoJSON for who accepts that.
   *
   * @param driverId whose track
   * @param from the start, a day before the end where it is left out
   * @param to the end, now where it is left out
   */
  @GetMapping("/{driverId}/track")
  @AllowedRoles({Role.OPS, Role.TRANSPORTER, Role.DRIVER})
  @RefusedWith("NOT_FOUND")
  Track getTrack(
      Caller caller,
      @PathVariable DriverId driverId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    var until = to == null ? clock.instant() : to;
    var since = from == null ? until.minus(DEFAULT_SPAN) : from;
    if (since.isAfter(until)) {
      throw Problem.invalid("from", "is after to");
    }
    return tracks.read(caller, driverId, since, until);
  }

  /**
   * Where a driver has been, oldest first.
   *
   * <p>The driver, its transporter and ops may see it; as GeoJSON for who accepts that.
   *
   * @param driverId whose track
   * @param from the start, a day before the end where it is left out
   * @param to the end, now where it is left out
   */
  @GetMapping(path = "/{driverId}/track", produces = GeoJson.MEDIA_TYPE)
  @AllowedRoles({Role.OPS, Role.TRANSPORTER, Role.DRIVER})
  @RefusedWith("NOT_FOUND")
  @Operation(operationId = "getTrack")
  GeoJson.FeatureCollection getTrackAsGeoJson(
      Caller caller,
      @PathVariable DriverId driverId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    return GeoJson.of(getTrack(caller, driverId, from, to));
  }
}
