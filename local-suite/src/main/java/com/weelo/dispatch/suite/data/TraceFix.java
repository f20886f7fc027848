package com.weelo.dispatch.suite.data;

import com.weelo.dispatch.events.GeoPoint;
import java.time.Instant;

/**
 * One recorded position of a vehicle.
 *
 * @param occupied whether the meter was on, so that the vehicle was not free
 */
public record TraceFix(String vehicleId, Instant at, GeoPoint position, boolean occupied) {

  static TraceFix of(CsvRow row) {
    return new TraceFix(
        row.text("vehicle_id"),
        row.instant("epoch_ms"),
        row.point("lat", "lon"),
        row.number("occupied") != 0);
  }
}
