package com.weelo.dispatch.order.testing;

import java.util.List;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Reply(int status, HttpHeaders headers, JsonNode body) {

  public String text(String field) {
    return body.path(field).asString("");
  }

  /** A problem's code. */
  public String code() {
    return text("code");
  }

  public boolean isReplayed() {
    return "true".equals(headers.getFirst("Idempotency-Replayed"));
  }

  /** The fields that a problem complains about. */
  public List<String> badFields() {
    return body.path("errors").valueStream().map(error -> error.path("field").asString()).toList();
  }
}
