package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.SuiteService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;

/**
 * A call that no service may take, and how it has to be refused.
 *
 * @param path from {@code /api/v1} on
 * @param contentType what the body is said to be
 * @param body sent as it is, be it so or not
 */
record BadCall(
    String what,
    SuiteService service,
    String method,
    String path,
    @Nullable String token,
    String contentType,
    String body,
    int status,
    String code) {

  private static final String JSON = "application/json";

  static BadCall booking(String what, String method, String path) {
    return new BadCall(what, SuiteService.BOOKING, method, path, null, JSON, "", 0, "");
  }

  static BadCall order(String what, String method, String path) {
    return new BadCall(what, SuiteService.ORDER, method, path, null, JSON, "", 0, "");
  }

  static BadCall location(String what, String method, String path) {
    return new BadCall(what, SuiteService.LOCATION, method, path, null, JSON, "", 0, "");
  }

  static BadCall notification(String what, String method, String path) {
    return new BadCall(what, SuiteService.NOTIFICATION, method, path, null, JSON, "", 0, "");
  }

  BadCall by(@Nullable String caller) {
    return new BadCall(what, service, method, path, caller, contentType, body, status, code);
  }

  BadCall with(String content) {
    return new BadCall(what, service, method, path, token, contentType, content, status, code);
  }

  BadCall as(String type) {
    return new BadCall(what, service, method, path, token, type, body, status, code);
  }

  BadCall isRefused(int answer, String problem) {
    return new BadCall(what, service, method, path, token, contentType, body, answer, problem);
  }

  HttpResponse<String> sendTo(RunningSuite suite) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(suite.url(service) + path))
            .timeout(SystemTest.PATIENCE)
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return suite.http().send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public String toString() {
    return "%s: %s %s %s → %d %s".formatted(what, service.module(), method, path, status, code);
  }
}
