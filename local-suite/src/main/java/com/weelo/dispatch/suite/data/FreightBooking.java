package com.weelo.dispatch.suite.data;

import com.weelo.dispatch.events.GeoPoint;
import java.time.Instant;

/**
 * One recorded booking of one truck.
 *
 * @param vehicleType as whoever recorded it spelt it
 * @param pickupArea district and state, likewise
 */
public record FreightBooking(
    String bookingId,
    Instant at,
    String vehicleId,
    String vehicleType,
    GeoPoint pickup,
    GeoPoint dropoff,
    String pickupArea,
    String dropoffArea) {

  static FreightBooking of(CsvRow row) {
    return new FreightBooking(
        row.text("booking_id"),
        row.instant("booking_epoch_ms"),
        row.text("vehicle_id"),
        row.text("vehicle_type"),
        row.point("pickup_lat", "pickup_lon"),
        row.point("dropoff_lat", "dropoff_lon"),
        row.text("pickup_area"),
        row.text("dropoff_area"));
  }

  /** Whether it says which truck was wanted, and really tells where it was loaded. */
  static boolean isUsable(CsvRow row) {
    return row.has("vehicle_type")
        && !(row.has("quirks") && row.text("quirks").contains("pickup_placeholder"));
  }
}
