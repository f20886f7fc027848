package com.weelo.dispatch.booking;

import java.util.List;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

  public String text(String field) {
    return body.path(field).asString();
  }

  public int number(String field) {
    return body.path(field).asInt();
  }

  /** A problem's code. */
  public String code() {
    return text("code");
  }

  public String bookingId() {
    return text("bookingId");
  }

  /** The fields that a problem complains about. */
  List<String> badFields() {
    return body.path("errors").valueStream().map(error -> error.path("field").asString()).toList();
  }
}
