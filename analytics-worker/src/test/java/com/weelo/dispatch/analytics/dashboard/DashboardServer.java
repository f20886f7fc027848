package com.weelo.dispatch.analytics.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the dashboard from the class path as the service does, under a policy that lets nothing in
 * from outside, and tells it what a test says.
 */
final class DashboardServer implements AutoCloseable {

  static final String TOKEN = "a-good-token";

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css",
          "js", "text/javascript",
          "svg", "image/svg+xml");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
  private final Map<String, String> subjects = new ConcurrentHashMap<>();
  private volatile String snapshot = DashboardMessages.EMPTY_SNAPSHOT;
  private volatile int streamStatus = 200;

  private DashboardServer(HttpServer server) {
    this.server = server;
  }

  static DashboardServer start() {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var server = HttpServer.create(here, 0);
      var dashboard = new DashboardServer(server);
      server.setExecutor(dashboard.threads);
      server.createContext("/", dashboard::asset);
      server.createContext("/api/v1/analytics/stream", dashboard::stream);
      server.createContext("/api/v1/analytics/subjects/", dashboard::subject);
      server.start();
      return dashboard;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI page() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** What every stream begins with from now on. */
  void begins(String snapshot) {
    this.snapshot = snapshot;
  }

  /** A status other than 200 is how streams are answered from now on. */
  void answersStreamsWith(int status) {
    this.streamStatus = status;
  }

  void knows(String id, String subject) {
    subjects.put(id, subject);
  }

  int connections() {
    return streams.size();
  }

  /** Tells everybody who listens; who has gone is forgotten. */
  void say(String event, String data) {
    for (var stream : streams) {
      try {
        write(stream, event, data);
      } catch (IOException e) {
        streams.remove(stream);
      }
    }
  }

  void breakStreams() {
    for (var stream : streams) {
      streams.remove(stream);
      try {
        stream.close();
      } catch (IOException e) {
        // It was broken before.
      }
    }
  }

  @Override
  public void close() {
    breakStreams();
    server.stop(0);
    threads.close();
  }

  private void stream(HttpExchange exchange) throws IOException {
    if (refused(exchange)) {
      return;
    }
    if (streamStatus != 200) {
      problem(exchange, streamStatus, "NOT_NOW");
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    var body = exchange.getResponseBody();
    write(body, "snapshot", snapshot);
    streams.add(body);
  }

  private void subject(HttpExchange exchange) throws IOException {
    if (refused(exchange)) {
      return;
    }
    var path = exchange.getRequestURI().getPath();
    var subject = subjects.get(path.substring(path.lastIndexOf('/') + 1));
    if (subject == null) {
      problem(exchange, 404, "NOT_FOUND");
    } else {
      answer(exchange, 200, "application/json", subject.getBytes(UTF_8));
    }
  }

  private void asset(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    try (var resource = resource("/".equals(path) ? "/index.html" : path)) {
      if (resource == null) {
        answer(exchange, 404, "text/plain", new byte[0]);
        return;
      }
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      var ending = path.substring(path.lastIndexOf('.') + 1);
      var type = "/".equals(path) ? "text/html" : TYPES.getOrDefault(ending, "text/plain");
      answer(exchange, 200, type, resource.readAllBytes());
    }
  }

  /** {@code /webjars/NAME/…} has no version; the library's folder has. */
  private static @Nullable InputStream resource(String path) throws IOException {
    var parts = path.split("/", 4);
    if (parts.length < 4 || !"webjars".equals(parts[1])) {
      return DashboardServer.class.getResourceAsStream("/dashboard" + path);
    }
    var about = "/META-INF/maven/org.webjars.npm/" + parts[2] + "/pom.properties";
    try (var in = DashboardServer.class.getResourceAsStream(about)) {
      if (in == null) {
        return null;
      }
      var properties = new Properties();
      properties.load(in);
      var folder = "/META-INF/resources/webjars/" + parts[2] + "/";
      return DashboardServer.class.getResourceAsStream(
          folder + properties.getProperty("version") + "/" + parts[3]);
    }
  }

  private static boolean refused(HttpExchange exchange) throws IOException {
    var authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (("Bearer " + TOKEN).equals(authorization)) {
      return false;
    }
    problem(exchange, 401, "UNAUTHENTICATED");
    return true;
  }

  private static void problem(HttpExchange exchange, int status, String code) throws IOException {
    var body = "{\"code\":\"%s\",\"detail\":\"It is not to be.\"}".formatted(code);
    answer(exchange, status, "application/problem+json", body.getBytes(UTF_8));
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static void write(OutputStream stream, String event, String data) throws IOException {
    synchronized (stream) {
      stream.write("event: %s\ndata: %s\n\n".formatted(event, data.strip()).getBytes(UTF_8));
      stream.flush();
    }
  }
}
