package com.weelo.dispatch.fcm;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.weelo.dispatch.fcm.http.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message that was accepted for delivery.
 *
 * @param token the device it was sent to; null when it went to a topic or a condition
 * @param message the {@code message} of the request, kept as text because a tree takes several
 *     times the memory
 */
public record ReceivedMessage(
    Instant receivedAt, @Nullable String token, @JsonRawValue String message) {

  /** The message as a tree: {@code json().at("/data/bookingId")}. */
  public JsonNode json() {
    return Json.tree(message);
  }
}
