package com.weelo.dispatch.suite.client;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as it goes over the wire. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /**
   * @throws tools.jackson.core.JacksonException where it is no JSON
   */
  public static JsonNode tree(byte[] json) {
    return MAPPER.readTree(json);
  }

  /**
   * @throws tools.jackson.core.JacksonException where it is no JSON
   */
  public static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }
}
