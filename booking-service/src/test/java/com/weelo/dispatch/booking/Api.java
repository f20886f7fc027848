package com.weelo.dispatch.booking;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.Tokens;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as its clients see it. */
public class Api {

  private final ApiClient http;

  Api(ApiClient http) {
    this.http = http;
  }

  public Answer books(String customer, GeoPoint pickup) {
    return books(customer, bookingAt(pickup));
  }

  public Answer books(String customer, Object body) {
    return post(Tokens.customer(customer), "/bookings", body);
  }

  public Answer booksWithKey(String customer, String key, Object body) {
    return new Answer(http.postWithKey(Tokens.customer(customer), "/bookings", key, body));
  }

  /** A trip of about ten kilometres, without a price. */
  public static Map<String, Object> bookingAt(GeoPoint pickup) {
    var booking = new LinkedHashMap<String, Object>();
    booking.put("vehicleType", "TRUCK_14FT");
    booking.put("pickup", place(pickup.latitude(), pickup.longitude()));
    booking.put("dropoff", place(pickup.latitude() + 0.09, pickup.longitude()));
    return booking;
  }

  public static Map<String, Object> place(Object latitude, Object longitude) {
    return Map.of("latitude", latitude, "longitude", longitude, "address", "1 Market Street");
  }

  public Answer accepts(String captain, String booking) {
    return post(Tokens.ownerDriver(captain), "/bookings/" + booking + "/accept", Map.of());
  }

  public Answer declines(String captain, String booking) {
    return post(Tokens.ownerDriver(captain), "/bookings/" + booking + "/decline", Map.of());
  }

  public Answer cancels(String token, String booking) {
    return post(token, "/bookings/" + booking + "/cancel", Map.of("reason", "changed plans"));
  }

  public Answer get(String token, String path) {
    return new Answer(http.get(token, path));
  }

  /**
   * @param body as JSON, or the raw text where it is a string
   */
  public Answer post(@Nullable String token, String path, Object body) {
    return new Answer(http.post(token, path, body));
  }

  Answer readiness() {
    return new Answer(http.readiness());
  }
}
