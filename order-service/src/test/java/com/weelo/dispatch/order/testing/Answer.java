package com.weelo.dispatch.order.testing;

import com.weelo.dispatch.testing.ApiAnswer;
import java.util.List;

/** What the service answered. */
public final class Answer extends ApiAnswer {

  Answer(ApiAnswer answer) {
    super(answer);
  }

  public String orderId() {
    return text("orderId");
  }

  public String holdId() {
    return text("holdId");
  }

  /** What a confirmation made. */
  public List<String> assignments() {
    return body()
        .path("assignments")
        .valueStream()
        .map(assignment -> assignment.path("assignmentId").asString())
        .toList();
  }

  /** Requested, held and filled of a vehicle type. */
  public String fill(String type) {
    return body()
        .path("fill")
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
}
