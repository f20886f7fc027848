package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingEvent.Offered;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.Place;
import java.util.HashMap;
import java.util.Map;

/**
 * What the app gets beside the text, to show the offer or open the booking without asking first.
 * The {@code type} says which of these it is; all values are strings, as FCM wants them.
 */
final class AppData {

  /** Keeps the whole below FCM's 4,096 bytes, whatever people write into an address. */
  private static final int LONGEST_ADDRESS = 200;

  private static final String TYPE = "type";
  private static final String BOOKING_ID = "bookingId";

  private AppData() {}

  static Map<String, String> offer(Offered event, Offer offer) {
    var data = new HashMap<String, String>();
    data.put(TYPE, "offer");
    data.put(BOOKING_ID, event.bookingId().value());
    data.put("vehicleType", event.vehicleType().code());
    data.put("wave", Integer.toString(event.wave()));
    data.put("distanceMeters", Long.toString(offer.distanceMeters()));
    data.put("priceAmountMinor", Long.toString(event.price().amountMinor()));
    data.put("priceCurrency", event.price().currency());
    data.put("expiresAt", event.expiresAt().toString());
    put(data, "pickup", event.pickup());
    put(data, "dropoff", event.dropoff());
    return data;
  }

  static Map<String, String> withdrawal(BookingEvent event, String reason) {
    return Map.of(TYPE, "offer_withdrawn", BOOKING_ID, event.bookingId().value(), "reason", reason);
  }

  static Map<String, String> news(BookingEvent event, String status) {
    return Map.of(TYPE, "booking_updated", BOOKING_ID, event.bookingId().value(), "status", status);
  }

  private static void put(Map<String, String> data, String name, Place place) {
    data.put(name + "Latitude", Double.toString(place.latitude()));
    data.put(name + "Longitude", Double.toString(place.longitude()));
    var address = place.address();
    if (address != null) {
      data.put(name + "Address", shortened(address));
    }
  }

  private static String shortened(String address) {
    return address.codePointCount(0, address.length()) <= LONGEST_ADDRESS
        ? address
        : address.substring(0, address.offsetByCodePoints(0, LONGEST_ADDRESS));
  }
}
