package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.BookingEvent.Offered;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.Offer;
import com.weelo.dispatch.events.OrderEvent.StatusChanged;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.TruckRequestEvent.Broadcast;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.notification.digest.Digest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the app gets beside the text, to show the offer or open the job without asking first. The
 * {@code type} says which of these it is; all values are strings, as FCM wants them.
 */
final class AppData {

  /** Keeps the whole below FCM's 4,096 bytes, whatever people write into an address. */
  private static final int LONGEST_TEXT = 200;

  private static final String TYPE = "type";
  private static final String BOOKING_ID = "bookingId";
  private static final String ORDER_ID = "orderId";
  private static final String VEHICLE_TYPE = "vehicleType";
  private static final String STATUS = "status";
  private static final String REASON = "reason";
  private static final String WITHDRAWN = "offer_withdrawn";

  private AppData() {}

  static Map<String, String> offer(Offered event, Offer offer) {
    var data = offer(event.wave(), offer, event.price(), event.expiresAt());
    data.put(BOOKING_ID, event.bookingId().value());
    data.put(VEHICLE_TYPE, event.vehicleType().code());
    put(data, "pickup", event.pickup());
    put(data, "dropoff", event.dropoff());
    return data;
  }

  static Map<String, String> offer(Broadcast event, Offer offer) {
    var data = offer(event.wave(), offer, event.pricePerTruck(), event.expiresAt());
    data.put(ORDER_ID, event.orderId().value());
    data.put(VEHICLE_TYPE, event.vehicleType().code());
    var subtype = event.vehicleSubtype();
    if (subtype != null) {
      data.put("vehicleSubtype", shortened(subtype));
    }
    data.put("open", Integer.toString(event.open()));
    put(data, "pickup", event.pickup());
    put(data, "dropoff", event.dropoff());
    return data;
  }

  private static Map<String, String> offer(int wave, Offer offer, Money price, Instant expiresAt) {
    var data = new HashMap<String, String>();
    data.put(TYPE, "offer");
    data.put("wave", Integer.toString(wave));
    data.put("distanceMeters", Long.toString(offer.distanceMeters()));
    data.put("priceAmountMinor", Long.toString(price.amountMinor()));
    data.put("priceCurrency", price.currency());
    data.put("expiresAt", expiresAt.toString());
    return data;
  }

  static Map<String, String> withdrawal(BookingEvent event, String reason) {
    return Map.of(TYPE, WITHDRAWN, BOOKING_ID, event.bookingId().value(), REASON, reason);
  }

  /**
   * @param type null where all offers of the order are void
   */
  static Map<String, String> withdrawal(OrderId order, @Nullable VehicleType type, String reason) {
    return type == null
        ? Map.of(TYPE, WITHDRAWN, ORDER_ID, order.value(), REASON, reason)
        : Map.of(
            TYPE, WITHDRAWN, ORDER_ID, order.value(), VEHICLE_TYPE, type.code(), REASON, reason);
  }

  static Map<String, String> news(BookingEvent event, String status) {
    return Map.of(TYPE, "booking_updated", BOOKING_ID, event.bookingId().value(), STATUS, status);
  }

  static Map<String, String> news(StatusChanged event) {
    return Map.of(TYPE, "order_updated", ORDER_ID, event.orderId().value(), STATUS, event.status());
  }

  static Map<String, String> progress(Digest digest) {
    var data = new HashMap<String, String>();
    data.put(TYPE, "order_progress");
    data.put(ORDER_ID, digest.order().value());
    data.put("trucks", Integer.toString(digest.trucks()));
    var wanted = digest.wanted();
    if (wanted != null) {
      data.put("wanted", Integer.toString(wanted));
    }
    return data;
  }

  static Map<String, String> trip(AssignmentEvent event) {
    return Map.of(
        TYPE,
        "assignment_updated",
        event.bookingId() != null ? BOOKING_ID : ORDER_ID,
        event.key(),
        "assignmentId",
        event.assignmentId().value(),
        "driverId",
        event.driverId().value(),
        STATUS,
        event.status().code());
  }

  private static void put(Map<String, String> data, String name, Place place) {
    data.put(name + "Latitude", Double.toString(place.latitude()));
    data.put(name + "Longitude", Double.toString(place.longitude()));
    var address = place.address();
    if (address != null) {
      data.put(name + "Address", shortened(address));
    }
  }

  /** Cuts what people wrote. */
  static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
  }
}
