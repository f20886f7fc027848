package com.weelo.dispatch.order.testing;

import java.util.List;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the service answered. */
public record Answer(int status, HttpHeaders headers, JsonNode body) {

  public String text(String field) {
    return body.path(field).asString("");
  }

  public int number(String field) {
    return body.path(field).asInt();
  }

  public boolean isReplayed() {
    return "true".equals(headers.getFirst("Idempotency-Replayed"));
  }

  /** A problem's code. */
  public String code() {
    return text("code");
  }

  public String orderId() {
    return text("orderId");
  }

  public String holdId() {
    return text("holdId");
  }

  /** What a confirmation made. */
  public List<String> assignments() {
    return body.path("assignments")
        .valueStream()
        .map(assignment -> assignment.path("assignmentId").asString())
        .toList();
  }

  /** Requested, held and filled of a vehicle type. */
  public String fill(String type) {
    return body.path("fill")
        .valueStream()
        .filter(state -> state.path("vehicleType").asString().equals(type))
        .map(state ->
            "%d of %d, %d held"
                .formatted(
                    state.path("filled").asInt(),
                    state.path("requested").asInt(),
                    state.path("held").asInt()))
        .findAny()
        .orElse("none");
  }

  /** The fields that a problem complains about. */
  public List<String> badFields() {
    return body.path("errors").valueStream().map(error -> error.path("field").asString()).toList();
  }
}
