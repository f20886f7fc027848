package com.weelo.dispatch.booking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.testing.Tokens;
import java.util.LinkedHashMap;
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

  public Answer books(String customer, GeoPoint pickup) {
    return books(customer, bookingAt(pickup));
  }

  public Answer books(String customer, Object body) {
    return post("/bookings", Tokens.customer(customer), body);
  }

  public Answer booksWithKey(String customer, String key, Object body) {
    return call(
        HttpMethod.POST,
        "/api/v1/bookings",
        Tokens.customer(customer),
        body,
        Map.of("Idempotency-Key", key));
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
    return post("/bookings/" + booking + "/accept", Tokens.ownerDriver(captain), Map.of());
  }

  public Answer declines(String captain, String booking) {
    return post("/bookings/" + booking + "/decline", Tokens.ownerDriver(captain), Map.of());
  }

  public Answer cancels(String token, String booking) {
    return post("/bookings/" + booking + "/cancel", token, Map.of("reason", "changed plans"));
  }

  public Answer get(String path, String token) {
    return call(HttpMethod.GET, "/api/v1" + path, token, null, Map.of());
  }

  public Answer post(String path, @Nullable String token, Object body) {
    return call(HttpMethod.POST, "/api/v1" + path, token, body, Map.of());
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
