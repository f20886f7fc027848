package com.weelo.dispatch.testing.api;

import org.jspecify.annotations.Nullable;

/**
 * What a good call of an endpoint says beside its path.
 *
 * @param query without its question mark
 * @param contentType of the body
 */
public record SampleCall(@Nullable String query, @Nullable String contentType, String body) {

  /** A call that needs to say nothing. */
  public static final SampleCall PLAIN = new SampleCall(null, null, "");

  public static SampleCall query(String query) {
    return new SampleCall(query, null, "");
  }

  /**
   * @param json single quotes stand for double ones
   */
  public static SampleCall json(String json) {
    return body("application/json", json.replace('\'', '"'));
  }

  public static SampleCall body(String contentType, String body) {
    return new SampleCall(null, contentType, body);
  }
}
