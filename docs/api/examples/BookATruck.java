import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A customer books a truck, a captain hears of it and takes it, and the customer is told. Nothing
 * but a JDK is needed:
 *
 * <pre>
 * ./dispatch up                                      # in another terminal
 * export CUSTOMER_TOKEN=$(./dispatch token --role customer --user me)
 * export CAPTAIN_TOKEN=$(./dispatch token --role driver --user captain-1)
 * java docs/api/examples/BookATruck.java
 * </pre>
 *
 * Where the services are can be said by BOOKINGS_URL, POSITIONS_URL and SOCKET_URL. A real client
 * would read JSON with a library; this one looks for the few fields it needs.
 */
public class BookATruck {

  static final String BOOKINGS = environment("BOOKINGS_URL", "http://localhost:8081");
  static final String POSITIONS = environment("POSITIONS_URL", "http://localhost:8083");
  static final String SOCKET = environment("SOCKET_URL", "ws://localhost:8085");
  static final String LATITUDE = environment("LATITUDE", "12.9716");
  static final String LONGITUDE = environment("LONGITUDE", "77.5946");

  static final HttpClient HTTP = HttpClient.newHttpClient();

  public static void main(String[] arguments) throws Exception {
    String customer = environment("CUSTOMER_TOKEN", "");
    String captain = environment("CAPTAIN_TOKEN", "");
    if (customer.isEmpty() || captain.isEmpty()) {
      System.err.println("Set CUSTOMER_TOKEN and CAPTAIN_TOKEN; see ./dispatch token");
      System.exit(2);
    }

    try (App captainsApp = App.open(captain);
        App customersApp = App.open(customer)) {

      // The captain is somewhere, and free.
      String me = userOf(captain);
      call("POST", POSITIONS + "/api/v1/tracking/location", captain, """
          {"driverId": "%s", "latitude": %s, "longitude": %s}""".formatted(me, LATITUDE, LONGITUDE));
      call("PUT", POSITIONS + "/api/v1/tracking/availability", captain, """
          {"driverId": "%s", "available": true, "vehicleType": "PICKUP"}""".formatted(me));
      System.out.println("Captain " + me + " is free.");

      // The customer books. Should the answer get lost, the same key never books twice.
      String booked = call("POST", BOOKINGS + "/api/v1/bookings", customer, """
          {"vehicleType": "PICKUP",
           "pickup":  {"latitude": %1$s, "longitude": %2$s, "address": "The market"},
           "dropoff": {"latitude": %1$s, "longitude": 77.70, "address": "The station"}}"""
          .formatted(LATITUDE, LONGITUDE));
      String booking = field(booked, "bookingId");
      System.out.println("Booked " + booking + "; until " + field(booked, "expiresAt"));

      // The captain hears of it over the open socket: at once, or with a later wave. And takes it.
      String offer = captainsApp.await("new_broadcast", booking);
      System.out.println("Offered " + field(offer, "distanceMeters") + " m away, wave " + field(offer, "wave"));
      String taken = call("POST", BOOKINGS + "/api/v1/bookings/" + booking + "/accept", captain, "{}");
      System.out.println("The captain has it: " + field(taken, "status"));

      // The customer's screen changes by itself.
      String update = customersApp.await("booking_updated", booking);
      System.out.println("The customer is told: " + field(update, "status") + " by " + field(update, "transporterId"));
    }
  }

  /** An app with an open socket, which remembers what it is told until somebody asks. */
  static final class App implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private WebSocket socket;

    static App open(String token) throws Exception {
      App app = new App();
      app.socket =
          HTTP.newWebSocketBuilder()
              .header("Authorization", "Bearer " + token)
              .buildAsync(URI.create(SOCKET + "/ws"), app)
              .join();
      app.await("welcome", "");
      return app;
    }

    /** Waits for a frame of this type that is about this booking. */
    String await(String type, String booking) throws InterruptedException {
      while (true) {
        String frame = frames.poll(1, TimeUnit.MINUTES);
        if (frame == null) {
          throw new IllegalStateException("No " + type + " came");
        }
        if (field(frame, "type").equals(type) && frame.contains(booking)) {
          return frame;
        }
      }
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      parts.append(text);
      if (last) {
        frames.add(parts.toString());
        parts.setLength(0);
      }
      from.request(1);
      return null;
    }

    /** 4401: the token does not count. 4408 and 1001: connect again, with the last offset and epoch. */
    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      frames.add("{\"type\":\"closed\",\"code\":" + code + "}");
      return null;
    }

    @Override
    public void close() {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "done").join();
    }
  }

  /** Calls a service; what is no success is a problem document with a stable code. */
  static String call(String method, String url, String token, String json)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .method(method, BodyPublishers.ofString(json))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .build();
    HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(answer.statusCode() + " " + field(answer.body(), "code") + ": " + answer.body());
    }
    return answer.body();
  }

  /** The user that a token names. */
  static String userOf(String token) {
    byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
    return field(new String(claims, StandardCharsets.UTF_8), "sub");
  }

  /** The first field of this name, wherever it stands. */
  static String field(String json, String name) {
    var found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)").matcher(json);
    return found.find() ? found.group(1) : "";
  }

  static String environment(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }
}
