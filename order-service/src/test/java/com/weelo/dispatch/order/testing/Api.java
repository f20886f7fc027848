package com.weelo.dispatch.order.testing;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.order.testing.Fleets.Transporter;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** The service as its clients see it. */
public class Api {

  private final ApiClient http;

  Api(ApiClient http) {
    this.http = http;
  }

  /** So many 14-foot trucks, all of them or none. */
  public static Map<String, Object> trucks(GeoPoint pickup, int quantity) {
    return order(pickup, "all_or_nothing", wanted(Fleets.TRUCK, quantity));
  }

  @SafeVarargs
  public static Map<String, Object> order(
      GeoPoint pickup, String fillPolicy, Map<String, Object>... wanted) {
    var order = new LinkedHashMap<String, Object>();
    order.put("pickup", place(pickup.latitude(), pickup.longitude()));
    order.put("dropoff", place(pickup.latitude() + 0.09, pickup.longitude()));
    order.put("vehicleRequirements", List.of(wanted));
    order.put("fillPolicy", fillPolicy);
    return order;
  }

  public static Map<String, Object> wanted(Object type, Object quantity) {
    var wanted = new LinkedHashMap<String, Object>();
    wanted.put("vehicleType", type);
    wanted.put("quantity", quantity);
    wanted.put("pricePerTruck", Map.of("amountMinor", 500_000, "currency", "INR"));
    return wanted;
  }

  public static Map<String, Object> place(Object latitude, Object longitude) {
    return Map.of("latitude", latitude, "longitude", longitude, "address", "1 Market Street");
  }

  public Answer orders(String customer, Object body) {
    return post(Tokens.customer(customer), "/orders", body);
  }

  public Answer ordersWithKey(String customer, String key, Object body) {
    return postWithKey(Tokens.customer(customer), "/orders", key, body);
  }

  public Answer reads(String order) {
    return get(Tokens.ops("ops"), "/orders/" + order);
  }

  public Answer cancels(String token, String order) {
    return post(token, "/orders/" + order + "/cancel", Map.of("reason", "changed plans"));
  }

  public Answer holds(Transporter transporter, String order, int vehicles) {
    return holds(transporter, order, transporter.some(vehicles));
  }

  public Answer holds(Transporter transporter, String order, List<String> vehicles) {
    return post(
        Tokens.transporter(transporter.id()),
        "/orders/" + order + "/holds",
        hold(transporter, vehicles));
  }

  public static Map<String, Object> hold(Transporter transporter, List<String> vehicles) {
    return Map.of("vehicleType", transporter.type(), "vehicleIds", vehicles);
  }

  public Answer confirms(Transporter transporter, String hold, List<String> vehicles) {
    return confirms(transporter, hold, Transporter.drivers(vehicles));
  }

  public Answer confirms(Transporter transporter, String hold, Map<String, String> drivers) {
    return post(
        Tokens.transporter(transporter.id()),
        "/holds/" + hold + "/confirm",
        Map.of("drivers", drivers));
  }

  public Answer givesBack(Transporter transporter, String hold) {
    return new Answer(http.delete(Tokens.transporter(transporter.id()), "/holds/" + hold));
  }

  /** Holds and confirms at once. */
  public Answer takes(Transporter transporter, String order, int vehicles) {
    var hold = holds(transporter, order, vehicles);
    return hold.status() == 201
        ? confirms(transporter, hold.holdId(), transporter.some(vehicles))
        : hold;
  }

  public Answer openFor(Transporter transporter) {
    return get(Tokens.transporter(transporter.id()), "/truck-requests?status=open");
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

  public Answer postWithKey(String token, String path, String key, Object body) {
    return new Answer(http.postWithKey(token, path, key, body));
  }

  public Answer put(String token, String path, Object body) {
    return new Answer(http.put(token, path, body));
  }

  public Answer upload(String token, String path, MediaType type, Object body) {
    return new Answer(http.upload(token, path, type, body));
  }
}
