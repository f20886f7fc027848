package com.weelo.dispatch.testing.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Calls a service on this machine. */
final class ApiCalls {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;

  ApiCalls(int port) {
    this.port = port;
  }

  /**
   * What came.
   *
   * @param code a problem's; empty where it is none
   * @param body a refusal's; a good answer may be a stream without end
   * @param flaws what is wrong with it beside
   */
  record ApiAnswer(int status, String code, String body, List<String> flaws) {}

  ApiAnswer call(Endpoint endpoint, String path, SampleCall sample, @Nullable String token) {
    var query = sample.query() == null ? "" : "?" + sample.query();
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + query))
            .timeout(PATIENCE)
            .method(endpoint.method(), BodyPublishers.ofString(sample.body()));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (sample.contentType() != null) {
      request.header("Content-Type", sample.contentType());
    } else if (!endpoint.detail().isEmpty()) {
      request.header("Accept", endpoint.detail() + ", application/problem+json");
    }
    try {
      return answer(path, http.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Access overSocket(Endpoint endpoint, @Nullable String token) {
    try (var socket = new SocketProbe("ws://localhost:" + port + endpoint.path(), token)) {
      return endpoint.detail().isEmpty() ? socket.welcome() : socket.ask(endpoint.detail());
    }
  }

  private static ApiAnswer answer(String path, HttpResponse<InputStream> response)
      throws IOException {
    var flaws = new ArrayList<>(SecurityHeaders.flaws(path, response.headers()));
    try (var stream = response.body()) {
      if (response.statusCode() < 400) {
        return new ApiAnswer(response.statusCode(), "", "", flaws);
      }
      var body = new String(stream.readAllBytes(), UTF_8);
      if (!type(response).startsWith("application/problem+json")) {
        flaws.add("no problem document but " + type(response) + ": " + body);
        return new ApiAnswer(response.statusCode(), "", body, flaws);
      }
      var code = JSON.readTree(body).path("code").asString();
      if (response.statusCode() == 401 && !saysHow(response)) {
        flaws.add("does not say how to authenticate");
      }
      return new ApiAnswer(response.statusCode(), code, body, flaws);
    }
  }

  private static boolean saysHow(HttpResponse<?> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer");
  }

  private static String type(HttpResponse<?> response) {
    return response.headers().firstValue("Content-Type").orElse("no type");
  }
}
