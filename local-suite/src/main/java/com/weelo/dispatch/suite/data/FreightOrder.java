package com.weelo.dispatch.suite.data;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.weelo.dispatch.events.GeoPoint;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was booked in one district on one day: several trucks, for one customer to order at once.
 *
 * @param pickup where the first of them was loaded
 * @param trucks how many of each type, as it was spelt
 */
public record FreightOrder(
    GeoPoint pickup,
    GeoPoint dropoff,
    String pickupArea,
    String dropoffArea,
    Map<String, Integer> trucks) {

  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  private record DayOfDistrict(String district, LocalDate day) {
    static DayOfDistrict of(FreightBooking booking) {
      return new DayOfDistrict(
          booking.pickupArea().toLowerCase(Locale.ROOT), LocalDate.ofInstant(booking.at(), INDIA));
    }
  }

  /** All orders that can be made of the bookings, in the order of time. */
  public static List<FreightOrder> of(Freight freight) {
    return freight.bookings().stream()
        .collect(groupingBy(DayOfDistrict::of, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(FreightOrder::of)
        .toList();
  }

  private static FreightOrder of(List<FreightBooking> bookings) {
    var first = bookings.getFirst();
    var trucks = new LinkedHashMap<String, Integer>();
    bookings.forEach(booking -> trucks.merge(booking.vehicleType(), 1, Integer::sum));
    return new FreightOrder(
        first.pickup(), first.dropoff(), first.pickupArea(), first.dropoffArea(), trucks);
  }
}
