package com.weelo.dispatch.fcm.http;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as both APIs read and write it. */
public final class Json {

  /** A number that is missing reads as 0: what it is for explains better that it must be there. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private Json() {}

  /**
   * Any JSON, as a tree.
   *
   * @throws JacksonException when it is not JSON
   */
  public static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  /**
   * JSON of a known form; null for JSON's null.
   *
   * @throws JacksonException when it is not JSON, or not of this type
   */
  public static <T> @Nullable T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  static void write(Object value, OutputStream out) {
    MAPPER.writeValue(out, value);
  }
}
