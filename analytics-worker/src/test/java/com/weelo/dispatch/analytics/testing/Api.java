package com.weelo.dispatch.analytics.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface as somebody with a token calls it. */
public final class Api {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int port;

  public Api(int port) {
    this.port = port;
  }

  /** What came back. */
  public record Answer(int status, JsonNode body, HttpResponse<String> response) {

    /** The stable code of a problem. */
    public String code() {
      return body.path("code").asString("");
    }

    /** The first field that a problem names. */
    public String wrongField() {
      return body.at("/errors/0/field").asString("");
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }
  }

  public Answer get(@Nullable String token, String path) {
    return send(request(token, path).GET());
  }

  public Answer get(String token, String path, String accept) {
    return send(request(token, path).header("Accept", accept).GET());
  }

  public Answer post(@Nullable String token, String path, String json) {
    return send(request(token, path).POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(@Nullable String token, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
            .header("Content-Type", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      var type = response.headers().firstValue("Content-Type").orElse("");
      var body = type.contains("json") ? JSON.readTree(response.body()) : JSON.nullNode();
      return new Answer(response.statusCode(), body, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
