package com.weelo.dispatch.order.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

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
public class FleetApi {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Environment environment;
  private final RestClient http = RestClient.create();

  FleetApi(Environment environment) {
    this.environment = environment;
  }

  public Reply get(String token, String path) {
    return call(HttpMethod.GET, token, path, null, MediaType.APPLICATION_JSON, Map.of());
  }

  /**
   * @param body as JSON, or the raw text where it is a string
   */
  public Reply post(@Nullable String token, String path, Object body) {
    return call(HttpMethod.POST, token, path, body, MediaType.APPLICATION_JSON, Map.of());
  }

  public Reply postWithKey(String token, String path, String key, Object body) {
    return call(
        HttpMethod.POST,
        token,
        path,
        body,
        MediaType.APPLICATION_JSON,
        Map.of("Idempotency-Key", key));
  }

  public Reply put(String token, String path, Object body) {
    return call(HttpMethod.PUT, token, path, body, MediaType.APPLICATION_JSON, Map.of());
  }

  /**
   * @param body as {@link RestClient} takes it
   */
  public Reply upload(String token, String path, MediaType type, Object body) {
    return call(HttpMethod.POST, token, path, body, type, Map.of());
  }

  private Reply call(
      HttpMethod method,
      @Nullable String token,
      String path,
      @Nullable Object body,
      MediaType type,
      Map<String, String> headers) {
    var request =
        http.method(method)
            .uri(
                "http://localhost:{port}/api/v1" + path,
                environment.getRequiredProperty("local.server.port"));
    headers.forEach(request::header);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      var isJson = MediaType.APPLICATION_JSON.equals(type) && !(body instanceof String);
      request.contentType(type).body(isJson ? JSON.writeValueAsString(body) : body);
    }
    return request.exchange((sent, received) ->
        new Reply(
            received.getStatusCode().value(),
            received.getHeaders(),
            json(received.getBody().readAllBytes())));
  }

  private static JsonNode json(byte[] body) {
    return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(new String(body, UTF_8));
  }
}
