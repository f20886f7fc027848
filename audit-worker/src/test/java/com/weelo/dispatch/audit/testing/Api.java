package com.weelo.dispatch.audit.testing;

import com.weelo.dispatch.testing.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
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
  public record Answer(int status, String text) {

    public JsonNode body() {
      return JSON.readTree(text);
    }

    /** The stable code of a problem. */
    public String code() {
      return body().path("code").asString("");
    }

    /** The first field that a problem names. */
    public String wrongField() {
      return body().at("/errors/0/field").asString("");
    }
  }

  /** As an operator. */
  public Answer get(String path) {
    return get(Tokens.ops("ops-1"), path);
  }

  public Answer get(@Nullable String token, String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/audit" + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var response = HTTP.send(request.GET().build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
