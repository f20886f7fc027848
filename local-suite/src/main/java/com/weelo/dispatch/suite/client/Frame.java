package com.weelo.dispatch.suite.client;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the server told over a WebSocket.
 *
 * @param id the event's; null for what is about the connection itself
 * @param offset place in the user's stream; −1 where the frame has none
 * @param receivedAt by {@link System#nanoTime()}
 */
public record Frame(String type, @Nullable String id, long offset, JsonNode data, long receivedAt) {

  static Frame of(JsonNode json, long receivedAt) {
    return new Frame(
        json.path("type").asString(""),
        json.path("id").isString() ? json.path("id").stringValue() : null,
        json.path("offset").asLong(-1),
        json.path("data"),
        receivedAt);
  }

  /** A text of the data, empty where there is none of that name. */
  public String text(String field) {
    return data.path(field).asString("");
  }

  /** Positions show the present: they are not kept, and take no place of their own. */
  boolean isMomentary() {
    return type.equals("location_updated") || id == null;
  }
}
