package com.weelo.dispatch.suite.client;

import tools.jackson.databind.JsonNode;

/**
 * The answer to a call.
 *
 * @param sentAt when the request's first byte was written, by {@link System#nanoTime()}
 * @param receivedAt when the answer was complete, likewise
 */
public record RestReply(int status, byte[] body, long sentAt, long receivedAt) {

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** From the request's first byte to the answer's last, in nanoseconds. */
  public long nanos() {
    return receivedAt - sentAt;
  }

  /**
   * The body.
   *
   * @throws tools.jackson.core.JacksonException where it is no JSON
   */
  public JsonNode json() {
    return Json.tree(body);
  }

  /** The stable code of a problem, or an empty text where there is none. */
  public String problemCode() {
    return isSuccess() || body.length == 0 ? "" : json().path("code").asString("");
  }
}
