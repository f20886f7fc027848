package com.weelo.dispatch.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's REST interface, as somebody calls it who has that token, or none.
 *
 * <p>Paths are what follows {@code /api/v1}, encoded. A body is sent as JSON, or as it stands where
 * it is a string.
 */
public final class ApiClient {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final RestClient http = RestClient.create();
  private final IntSupplier port;

  public ApiClient(int port) {
    this(() -> port);
  }

  /** Of a service that may have no port before it is called. */
  public ApiClient(IntSupplier port) {
    this.port = port;
  }

  public ApiAnswer get(@Nullable String token, String path) {
    return send(request(HttpMethod.GET, token, path));
  }

  public ApiAnswer get(@Nullable String token, String path, String accept) {
    return send(request(HttpMethod.GET, token, path).header("Accept", accept));
  }

  public ApiAnswer post(@Nullable String token, String path, Object body) {
    return send(withJson(request(HttpMethod.POST, token, path), body));
  }

  public ApiAnswer postWithKey(String token, String path, String key, Object body) {
    var request = request(HttpMethod.POST, token, path).header("Idempotency-Key", key);
    return send(withJson(request, body));
  }

  public ApiAnswer put(@Nullable String token, String path, Object body) {
    return send(withJson(request(HttpMethod.PUT, token, path), body));
  }

  public ApiAnswer delete(@Nullable String token, String path) {
    return send(request(HttpMethod.DELETE, token, path));
  }

  /**
   * @param body as {@link RestClient} takes it
   */
  public ApiAnswer upload(String token, String path, MediaType type, Object body) {
    return send(request(HttpMethod.POST, token, path).contentType(type).body(body));
  }

  /** What the service says of its own readiness. */
  public ApiAnswer readiness() {
    return send(http.get().uri(at("/actuator/health/readiness")));
  }

  private RestClient.RequestBodySpec request(
      HttpMethod method, @Nullable String token, String path) {
    var request = http.method(method).uri(at("/api/v1" + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private URI at(String path) {
    return URI.create("http://localhost:" + port.getAsInt() + path);
  }

  private static RestClient.RequestBodySpec withJson(
      RestClient.RequestBodySpec request, Object body) {
    return request
        .contentType(MediaType.APPLICATION_JSON)
        .body(body instanceof String text ? text : JSON.writeValueAsString(body));
  }

  private static ApiAnswer send(RestClient.RequestHeadersSpec<?> request) {
    return request.exchange((sent, received) ->
        new ApiAnswer(
            received.getStatusCode().value(),
            received.getHeaders(),
            new String(received.getBody().readAllBytes(), UTF_8)));
  }
}
