package com.weelo.dispatch.fcm.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request.
 *
 * @param body written as JSON; null for none
 * @param delay how long to wait before answering
 */
public record Reply(
    int status, @Nullable Object body, Map<String, String> headers, Duration delay) {

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply json(int status, Object body) {
    return new Reply(
        status, body, Map.of("content-type", "application/json; charset=UTF-8"), Duration.ZERO);
  }

  public static Reply empty(int status) {
    return new Reply(status, null, Map.of(), Duration.ZERO);
  }

  /** The same with this header, in place of an earlier one. */
  public Reply header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, body, more, delay);
  }

  /** The same, but so much later. */
  public Reply delayedBy(Duration more) {
    return new Reply(status, body, headers, delay.plus(more));
  }
}
