package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.RestCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;

/**
 * Java's own HTTP client, which keeps its connections, as most programs use it: it tries nothing
 * twice, and whoever gets no answer has failed.
 */
final class PlainClient {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final SuitePorts ports;
  private final Queue<String> failures;

  /**
   * @param failures is told of each call without an answer, and of each answer that the server is
   *     at fault
   */
  PlainClient(SuitePorts ports, Queue<String> failures) {
    this.ports = ports;
    this.failures = failures;
  }

  /** The answer, unless the call has failed. */
  Optional<HttpResponse<String>> send(SuiteService service, RestCall call) {
    try {
      var answer = http.send(request(service, call), BodyHandlers.ofString());
      if (answer.statusCode() < 500) {
        return Optional.of(answer);
      }
      fail(service, call, answer.statusCode() + " " + answer.body());
    } catch (IOException e) {
      fail(service, call, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private void fail(SuiteService service, RestCall call, String why) {
    failures.add(
        "%s %s %s %s: %s"
            .formatted(Instant.now(), service.module(), call.method(), call.path(), why));
  }

  private HttpRequest request(SuiteService service, RestCall call) {
    var uri =
        URI.create("http://%s:%d%s".formatted(SuitePorts.HOST, service.port(ports), call.path()));
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .method(
                call.method(),
                call.body().length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(call.body()));
    if (call.body().length > 0) {
      request.setHeader("Content-Type", "application/json");
    }
    call.headers().forEach(request::setHeader);
    return request.build();
  }
}
