package com.weelo.dispatch.booking.catalogue;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.VehicleType;
import java.util.Map;

/**
 * What a trip costs and takes: a base fare and so much for each kilometre, at an average speed.
 *
 * @param currency ISO 4217
 * @param usual the fare of vehicle types that have none of their own
 * @param averageSpeed in km/h
 */
public record EstimatePolicy(
    String currency, Fare usual, Map<VehicleType, Fare> fares, double averageSpeed) {

  public EstimatePolicy {
    fares = Map.copyOf(fares);
  }

  public Estimate estimate(VehicleType vehicleType, GeoPoint pickup, GeoPoint dropoff) {
    var meters = pickup.distanceMetersTo(dropoff);
    return new Estimate(
        Math.round(meters),
        Math.round(meters / (averageSpeed / 3.6)),
        price(fares.getOrDefault(vehicleType, usual), meters / 1000));
  }

  private Money price(Fare fare, double kilometres) {
    return new Money(fare.base() + Math.round(fare.perKilometre() * kilometres), currency);
  }
}
