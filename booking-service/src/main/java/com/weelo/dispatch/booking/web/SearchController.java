package com.weelo.dispatch.booking.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;

import com.weelo.dispatch.booking.catalogue.EstimatePolicy;
import com.weelo.dispatch.booking.catalogue.VehicleCatalogue;
import com.weelo.dispatch.booking.matching.Matching;
import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Degrees;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a trip would come to. Keeps nothing, and books nothing. */
@RestController
@RequestMapping("/api/v1/search")
class SearchController {

  private final VehicleCatalogue catalogue;
  private final EstimatePolicy estimates;
  private final Matching matching;
  private final TellingSearches telling;

  SearchController(
      VehicleCatalogue catalogue,
      EstimatePolicy estimates,
      Matching matching,
      TellingSearches telling) {
    this.catalogue = catalogue;
    this.estimates = estimates;
    this.matching = matching;
    this.telling = telling;
  }

  /**
   * What a customer sees before booking.
   *
   * @param etaSeconds how long the trip takes
   * @param nearbyCount free trucks of the type around the pick-up
   */
  record SearchBody(long distanceMeters, long etaSeconds, int nearbyCount, Money price) {}

  /**
   * What a trip would come to, and how many trucks are near. Books nothing.
   *
   * @param pickupLat degrees north
   * @param pickupLng degrees east
   * @param dropLat degrees north
   * @param dropLng degrees east
   * @param vehicleType a code of the catalogue
   */
  @GetMapping
  @AllowedRoles(CUSTOMER)
  SearchBody estimateTrip(
      Caller caller,
      @RequestParam @Degrees(Degrees.LATITUDE) double pickupLat,
      @RequestParam @Degrees(Degrees.LONGITUDE) double pickupLng,
      @RequestParam @Degrees(Degrees.LATITUDE) double dropLat,
      @RequestParam @Degrees(Degrees.LONGITUDE) double dropLng,
      @RequestParam String vehicleType) {
    var type = catalogue.find(vehicleType);
    var pickup = new GeoPoint(pickupLat, pickupLng);
    telling.tell(caller.userId(), type);
    var estimate = estimates.estimate(type, pickup, new GeoPoint(dropLat, dropLng));
    return new SearchBody(
        estimate.distanceMeters(),
        estimate.etaSeconds(),
        matching.countNearby(pickup, type),
        estimate.price());
  }
}
