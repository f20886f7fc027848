package com.weelo.dispatch.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems from where no controller is: filters and the security chain. */
public final class ProblemWriter {

  /** The security chain's own, for what is refused before it. */
  private static final Map<String, String> SECURITY_HEADERS =
      Map.of(
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Content-Security-Policy",
          "default-src 'none'; frame-ancestors 'none'",
          HttpHeaders.CACHE_CONTROL,
          "no-store");

  private final JsonMapper json;

  public ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  public void write(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    SECURITY_HEADERS.forEach(response::setHeader);
    problem.headers().forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    json.writeValue(response.getOutputStream(), problem.document());
  }
}
