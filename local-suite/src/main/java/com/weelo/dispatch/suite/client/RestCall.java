package com.weelo.dispatch.suite.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.platform.web.IdempotentRequests;
import java.util.HashMap;
import java.util.Map;

/**
 * One call of a REST interface.
 *
 * @param path with its query, from {@code /} on
 * @param body JSON, unless the headers say otherwise; empty for none
 */
public record RestCall(String method, String path, Map<String, String> headers, byte[] body) {

  private static final byte[] NO_BODY = {};

  public RestCall {
    headers = Map.copyOf(headers);
  }

  public static RestCall get(String path) {
    return new RestCall("GET", path, Map.of(), NO_BODY);
  }

  /**
   * @param body anything that Jackson can write
   */
  public static RestCall post(String path, Object body) {
    return new RestCall("POST", path, Map.of(), Json.bytes(body));
  }

  /**
   * @param body anything that Jackson can write
   */
  public static RestCall put(String path, Object body) {
    return new RestCall("PUT", path, Map.of(), Json.bytes(body));
  }

  public static RestCall delete(String path) {
    return new RestCall("DELETE", path, Map.of(), NO_BODY);
  }

  /** Sends a table. */
  public static RestCall csv(String path, String table) {
    return new RestCall("POST", path, Map.of("Content-Type", "text/csv"), table.getBytes(UTF_8));
  }

  /** The same call by whom the token was issued to. */
  public RestCall by(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** The same call, to take effect once however often it is sent. */
  public RestCall once(String idempotencyKey) {
    return header(IdempotentRequests.HEADER, idempotencyKey);
  }

  public RestCall header(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new RestCall(method, path, more, body);
  }
}
