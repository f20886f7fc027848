package com.weelo.dispatch.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.order.Fleets.Transporter;
import com.weelo.dispatch.testing.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The service as its clients see it. */
public class Api {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Environment environment;
  private final RestClient http = RestClient.create();

  Api(Environment environment) {
    this.environment = environment;
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
    return post("/orders", Tokens.customer(customer), body);
  }

  public Answer ordersWithKey(String customer, String key, Object body) {
    return withKey("/orders", Tokens.customer(customer), key, body);
  }

  public Answer reads(String order) {
    return get("/orders/" + order, Tokens.ops("ops"));
  }

  public Answer cancels(String token, String order) {
    return post("/orders/" + order + "/cancel", token, Map.of("reason", "changed plans"));
  }

  public Answer holds(Transporter transporter, String order, int vehicles) {
    return holds(transporter, order, transporter.some(vehicles));
  }

  public Answer holds(Transporter transporter, String order, List<String> vehicles) {
    return post(
        "/orders/" + order + "/holds",
        Tokens.transporter(transporter.id()),
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
        "/holds/" + hold + "/confirm",
        Tokens.transporter(transporter.id()),
        Map.of("drivers", drivers));
  }

  public Answer givesBack(Transporter transporter, String hold) {
    return call(
        HttpMethod.DELETE,
        "/api/v1/holds/" + hold,
        Tokens.transporter(transporter.id()),
        null,
        Map.of());
  }

  /** Holds and confirms at once. */
  public Answer takes(Transporter transporter, String order, int vehicles) {
    var hold = holds(transporter, order, vehicles);
    return hold.status() == 201
        ? confirms(transporter, hold.holdId(), transporter.some(vehicles))
        : hold;
  }

  public Answer openFor(Transporter transporter) {
    return get("/truck-requests?status=open", Tokens.transporter(transporter.id()));
  }

  public Answer get(String path, String token) {
    return call(HttpMethod.GET, "/api/v1" + path, token, null, Map.of());
  }

  public Answer post(String path, @Nullable String token, Object body) {
    return call(HttpMethod.POST, "/api/v1" + path, token, body, Map.of());
  }

  public Answer withKey(String path, String token, String key, Object body) {
    return call(HttpMethod.POST, "/api/v1" + path, token, body, Map.of("Idempotency-Key", key));
  }

  /**
   * @param body as JSON, or the raw text where it is a string
   */
  Answer call(
      HttpMethod method,
      String path,
      @Nullable String token,
      @Nullable Object body,
      Map<String, String> headers) {
    var request =
        http.method(method)
            .uri("http://localhost:" + environment.getRequiredProperty("local.server.port") + path);
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request
          .contentType(MediaType.APPLICATION_JSON)
          .body(body instanceof String text ? text : JSON.writeValueAsString(body));
    }
    return request.exchange((sent, received) ->
        new Answer(
            received.getStatusCode().value(),
            received.getHeaders(),
            json(received.getBody().readAllBytes())));
  }

  private static JsonNode json(byte[] body) {
    return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(new String(body, UTF_8));
  }
}
